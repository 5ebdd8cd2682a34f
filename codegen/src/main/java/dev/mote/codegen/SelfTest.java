package dev.mote.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Inputs that the device draws itself from a seed, and the outputs that the interpreter gives for them. */
record SelfTest(List<Vector> vectors) {
    private static final int CANDIDATES = 32;
    private static final int MOST_VECTORS = 4;

    /** Expected outputs are flash: models with many outputs get fewer vectors. */
    private static final int MOST_OUTPUT_BYTES = 1024;

    /** Small inputs reach other activations than uniform noise does. */
    private static final int[] DIVISORS = {1, 2, 4, 16};

    /** Vector k starts at this times k + 1. */
    private static final int SEED_STEP = 0x9E3779B9;

    /**
     * @param seed state of xorshift32 before the first element
     * @param divisor of the high bytes that it gives
     * @param outputs all graph outputs, one after the other
     */
    record Vector(int seed, int divisor, byte[] outputs) {
        /** An output that is the same value everywhere would not show much. */
        int distinctOutputs() {
            boolean[] seen = new boolean[256];
            int count = 0;
            for (byte output : outputs) {
                count += seen[output & 0xff] ? 0 : 1;
                seen[output & 0xff] = true;
            }
            return count;
        }
    }

    /**
     * Of {@value #CANDIDATES} candidates those with the most distinct output values, no two with the same outputs.
     *
     * @param model the interpreter: all inputs of a sample to all outputs
     */
    static SelfTest choose(int inputBytes, UnaryOperator<byte[]> model) {
        List<Vector> candidates = new ArrayList<>();
        for (int k = 0; k < CANDIDATES; k++) {
            int seed = SEED_STEP * (k + 1);
            int divisor = DIVISORS[k % DIVISORS.length];
            candidates.add(new Vector(seed, divisor, model.apply(draw(seed, divisor, inputBytes))));
        }
        candidates.sort(Comparator.comparing(Vector::distinctOutputs).reversed());
        int outputBytes = Math.max(1, candidates.getFirst().outputs().length);
        int count = Math.clamp(MOST_OUTPUT_BYTES / outputBytes, 1, MOST_VECTORS);
        List<Vector> chosen = new ArrayList<>();
        for (Vector candidate : candidates) {
            if (chosen.size() < count
                    && chosen.stream().noneMatch(other -> Arrays.equals(other.outputs(), candidate.outputs()))) {
                chosen.add(candidate);
            }
        }
        return new SelfTest(chosen);
    }

    /** What {@code mote_draw_s8} draws. */
    private static byte[] draw(int seed, int divisor, int count) {
        byte[] values = new byte[count];
        int state = seed;
        for (int i = 0; i < count; i++) {
            state ^= state << 13;
            state ^= state >>> 17;
            state ^= state << 5;
            values[i] = (byte) ((byte) (state >>> 24) / divisor);
        }
        return values;
    }
}
