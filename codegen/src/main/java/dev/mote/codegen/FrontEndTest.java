package dev.mote.codegen;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Windows that the device draws itself, from loud to soft, and a hash (FNV-1a, 32 bits) of the input that each becomes. */
record FrontEndTest(List<Integer> hashes) {
    private static final int WINDOWS = 4;
    private static final int FNV_BASIS = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

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
    String function(String name, String macro) {
        return """

                int32_t %1$s_front_end_self_test(void *arena, int16_t *window) {
                    static MOTE_CONST uint32_t hashes[%3$d] = {
                %4$s    };
                    if (arena == NULL || window == NULL) {
                        return MOTE_ENULL;
                    }
                    int8_t *const input = %1$s_input(arena);
                    for (int32_t v = 0; v < %3$d; v++) {
                        const uint32_t seed = UINT32_C(0x%5$08x) * (uint32_t)(v + 1);
                        mote_draw_s16(seed, INT32_C(1) << (2 * v), window, %2$s_WINDOW_LENGTH * %2$s_CHANNELS);
                        const int32_t error = %1$s_front_end(arena, window, input);
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
                        FNV_PRIME);
    }
}
