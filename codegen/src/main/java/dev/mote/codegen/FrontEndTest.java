package dev.mote.codegen;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Samples that the device draws itself, from loud to soft, and a hash (FNV-1a, 32 bits) of the input that each becomes. */
record FrontEndTest(List<Integer> hashes) {
    private static final int WINDOWS = 4;
    private static final int FNV_BASIS = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    /**
     * The C of what is drawn.
     *
     * @param type of an element
     * @param sample name of the buffer
     * @param draw the kernel that fills it
     * @param arena what the front end takes before it
     */
    record Sample(String type, String sample, Kernel draw, String length, String arena) {}

    static final Sample WINDOW =
            new Sample("int16_t", "window", Kernel.DRAW_INT16, "%1$s_WINDOW_LENGTH * %1$s_CHANNELS", "arena, ");
    static final Sample FRAME = new Sample("uint8_t", "frame", Kernel.DRAW_UINT8, "%1$s_FRAME_LEN", "");

    /** @param frontEnd from pixels to the model's input */
    static FrontEndTest ofPixels(int length, UnaryOperator<byte[]> frontEnd) {
        return new FrontEndTest(IntStream.range(0, WINDOWS)
                .mapToObj(v -> hash(frontEnd.apply(SelfTest.pixels(SelfTest.seed(v), 1 << 2 * v, length))))
                .toList());
    }

    /** @param frontEnd from counts to the model's input */
    static FrontEndTest of(int length, Function<short[], byte[]> frontEnd) {
        return new FrontEndTest(IntStream.range(0, WINDOWS)
                .mapToObj(v -> hash(frontEnd.apply(SelfTest.counts(SelfTest.seed(v), 1 << 2 * v, length))))
                .toList());
    }

    private static int hash(byte[] bytes) {
        int hash = FNV_BASIS;
        for (byte b : bytes) {
            hash = (hash ^ b & 0xff) * FNV_PRIME;
        }
        return hash;
    }

    /** @param macro of the model's name */
    String function(String name, String macro, Sample sample) {
        return """

                int32_t %1$s_front_end_self_test(void *arena, %8$s *%9$s) {
                    static MOTE_CONST uint32_t hashes[%3$d] = {
                %4$s    };
                    if (arena == NULL || %9$s == NULL) {
                        return MOTE_ENULL;
                    }
                    int8_t *const input = %1$s_input(arena);
                    for (int32_t v = 0; v < %3$d; v++) {
                        const uint32_t seed = UINT32_C(0x%5$08x) * (uint32_t)(v + 1);
                        %10$s(seed, INT32_C(1) << (2 * v), %9$s, %11$s);
                        const int32_t error = %1$s_front_end(%12$s%9$s, input);
                        if (error != MOTE_OK) {
                            return error;
                        }
                        uint32_t hash = UINT32_C(0x%6$08x); /* FNV-1a */
                        for (int32_t i = 0; i < %2$s_INPUT_LEN; i++) {
                            hash = (hash ^ (uint8_t)input[i]) * UINT32_C(0x%7$08x);
                        }
                        if (hash != hashes[v]) {
                            return 1 + v;
                        }
                    }
                    return MOTE_OK;
                }
                """.formatted(
                        name,
                        macro,
                        hashes.size(),
                        CText.indent(
                                "        ",
                                String.join(
                                        "\n",
                                        hashes.stream()
                                                .map("UINT32_C(0x%08x),"::formatted)
                                                .toList())),
                        SelfTest.seed(0),
                        FNV_BASIS,
                        FNV_PRIME,
                        sample.type(),
                        sample.sample(),
                        sample.draw().function(),
                        sample.length().formatted(macro),
                        sample.arena());
    }
}
