package dev.mote.codegen;

import java.util.ArrayList;
import java.util.List;

/** The C functions of the runtime, each in the file of its name, with the size of their code. */
enum Kernel {
    CONV_2D("mote_conv2d_s8", 912, "mote_arithmetic.h"),
    DEPTHWISE_CONV_2D("mote_depthwise_conv2d_s8", 850, "mote_arithmetic.h"),
    FULLY_CONNECTED("mote_fully_connected_s8", 358, "mote_arithmetic.h"),
    MAX_POOL_2D("mote_max_pool2d_s8", 316, "mote_arithmetic.h"),
    AVERAGE_POOL_2D("mote_average_pool2d_s8", 364, "mote_arithmetic.h"),
    SUM("mote_sum_s8", 282, "mote_arithmetic.h"),
    EXTREME("mote_extreme_s8", 212),
    SOFTMAX("mote_softmax_s8", 692, "mote_arithmetic.h", "mote_fixed_point.h"),
    LOOKUP("mote_lookup_s8", 28),
    ADD("mote_add_s8", 272, "mote_arithmetic.h", "mote_binary.h"),
    SUB("mote_sub_s8", 274, "mote_arithmetic.h", "mote_binary.h"),
    MUL("mote_mul_s8", 278, "mote_arithmetic.h", "mote_binary.h"),
    MAXIMUM("mote_maximum_s8", 158, "mote_arithmetic.h", "mote_binary.h"),
    MINIMUM("mote_minimum_s8", 158, "mote_arithmetic.h", "mote_binary.h"),
    SQUARED_DIFFERENCE("mote_squared_difference_s8", 278, "mote_arithmetic.h", "mote_binary.h"),
    PAD("mote_pad_s8", 164),
    CONCATENATE("mote_concatenate_s8", 40),
    STRIDED_COPY("mote_strided_copy_s8", 138),
    GATHER("mote_gather_s8", 92),
    MIRROR_PAD("mote_mirror_pad_s8", 164),
    DRAW("mote_draw_s8", 44);

    private final String function;
    private final int codeBytes;
    private final List<String> headers;

    Kernel(String function, int codeBytes, String... headers) {
        this.function = function;
        this.codeBytes = codeBytes;
        this.headers = List.of(headers);
    }

    String function() {
        return function;
    }

    /** Type of its parameters. */
    String parametersType() {
        return switch (this) {
            case MAX_POOL_2D, AVERAGE_POOL_2D -> "mote_pool2d_s8_params";
            case ADD, SUB, MUL, MAXIMUM, MINIMUM, SQUARED_DIFFERENCE -> "mote_binary_s8_params";
            case CONV_2D,
                    DEPTHWISE_CONV_2D,
                    FULLY_CONNECTED,
                    SUM,
                    EXTREME,
                    SOFTMAX,
                    LOOKUP,
                    PAD,
                    CONCATENATE,
                    STRIDED_COPY,
                    GATHER,
                    MIRROR_PAD,
                    DRAW -> function + "_params";
        };
    }

    /** Code and tables, as arm-none-eabi-gcc 12.2 makes them for a Cortex-M4 with -Os. */
    int codeBytes() {
        return codeBytes;
    }

    /** Source file and the headers that it needs. */
    List<String> files() {
        List<String> files = new ArrayList<>(headers);
        files.add("mote_runtime.h");
        files.add(function + ".c");
        return files;
    }
}
