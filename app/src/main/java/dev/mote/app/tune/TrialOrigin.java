package dev.mote.app.tune;

import dev.mote.codegen.Core;
import dev.mote.dataset.Samples;
import dev.mote.device.board.Board;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * All that the result of a trial depends on: equal origins have equal results. The components are JSON keys.
 *
 * @param recipeSha256 of {@link dev.mote.trainer.recipe.Recipe#sha256}
 * @param dataSha256 of values, labels and groups of the training split
 * @param parts that the training split is divided into
 * @param judged how many of them are held out, one after the other
 * @param seed of the division
 * @param repeats trainings of each, with seeds that follow each other
 * @param figuresOf core or board, and goal
 * @param tool version
 */
record TrialOrigin(
        String recipeSha256,
        String data,
        String dataSha256,
        int parts,
        int judged,
        long seed,
        int repeats,
        String figuresOf,
        String tool) {
    static String figuresOf(Core core, Optional<Board> board, String goal) {
        return board.map(Board::option).orElse(core.option()) + ", " + goal;
    }

    static String sha256(Samples samples) {
        MessageDigest digest = digest();
        float[] values = new float[samples.shape().elements()];
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES + 2 * Integer.BYTES);
        for (int i = 0; i < samples.count(); i++) {
            samples.copyValues(i, values, 0);
            bytes.clear();
            bytes.putInt(samples.label(i)).putInt(samples.group(i));
            bytes.asFloatBuffer().put(values);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
