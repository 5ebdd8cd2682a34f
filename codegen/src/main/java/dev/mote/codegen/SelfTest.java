package dev.mote.codegen;

import dev.mote.model.interpreter.Invocation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    /** A float32 input is drawn in [-4, 4). */
    private static final float FLOAT_STEPS = 32f;

    /**
     * @param seed state of xorshift32 before the first element
     * @param divisor of what it gives
     * @param outputs all graph outputs, one after the other, raw little-endian
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
     * Of {@value #CANDIDATES} candidates those with the most distinct output bytes. They run one after the other: with a state, the
     * outputs of all but the first depend on it.
     */
    static SelfTest choose(Ends inputs, Invocation invocation) {
        SelfTest alone = choose(inputs, input -> {
            invocation.reset();
            return invocation.run(input);
        });
        invocation.reset();
        return new SelfTest(alone.vectors().stream()
                .map(vector -> new Vector(
                        vector.seed(), vector.divisor(), invocation.run(draw(vector.seed(), vector.divisor(), inputs))))
                .toList());
    }

    /**
     * As {@link #choose(Ends, Invocation)}, no two with the same outputs.
     *
     * @param model the interpreter: all inputs of a sample to all outputs
     */
    static SelfTest choose(Ends inputs, UnaryOperator<byte[]> model) {
        List<Vector> candidates = new ArrayList<>();
        for (int k = 0; k < CANDIDATES; k++) {
            int seed = seed(k);
            int divisor = DIVISORS[k % DIVISORS.length];
            candidates.add(new Vector(seed, divisor, model.apply(draw(seed, divisor, inputs))));
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

    /** What each vector draws: all inputs of a sample, raw little-endian. */
    List<byte[]> drawn(Ends inputs) {
        return vectors.stream()
                .map(vector -> draw(vector.seed(), vector.divisor(), inputs))
                .toList();
    }

    /** Where vector {@code index} starts. */
    static int seed(int index) {
        return SEED_STEP * (index + 1);
    }

    /** What {@code mote_draw_s16} draws. */
    static short[] counts(int seed, int divisor, int length) {
        short[] counts = new short[length];
        int state = seed;
        for (int i = 0; i < length; i++) {
            state = next(state);
            counts[i] = (short) ((state >> 16) / divisor);
        }
        return counts;
    }

    /** What {@code mote_draw_u8} draws. */
    static byte[] pixels(int seed, int divisor, int length) {
        byte[] pixels = new byte[length];
        int state = seed;
        for (int i = 0; i < length; i++) {
            state = next(state);
            pixels[i] = (byte) ((state >>> 24) / divisor);
        }
        return pixels;
    }

    /** xorshift32. */
    static int next(int last) {
        int state = last;
        state ^= state << 13;
        state ^= state >>> 17;
        return state ^ state << 5;
    }

    /** What the {@code mote_draw_...} kernels draw, one input after the other. */
    private static byte[] draw(int seed, int divisor, Ends inputs) {
        ByteBuffer values = ByteBuffer.allocate(inputs.totalBytes()).order(ByteOrder.LITTLE_ENDIAN);
        int state = seed;
        for (int input = 0; input < inputs.count(); input++) {
            for (int i = 0; i < inputs.length(input); i++) {
                state = next(state);
                put(values, inputs.type(input), state, divisor);
            }
        }
        return values.array();
    }

    private static void put(ByteBuffer values, CType type, int state, int divisor) {
        int highByte = state >> 24;
        switch (type) {
            case INT8 -> values.put((byte) (highByte / divisor));
            case INT16 -> values.putShort((short) ((state >> 16) / divisor));
            case INT32 -> values.putInt(highByte / divisor);
            case INT64 -> values.putLong(highByte / divisor);
            case UINT8 -> values.put((byte) ((highByte & 0xff) / divisor));
            case BOOL -> values.put((byte) (state >>> 31));
            case FLOAT32 -> values.putFloat(highByte / divisor / FLOAT_STEPS);
        }
    }
}
