package dev.mote.codegen;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The C functions of the runtime, each in the file of its name. {@link KernelCosts} has the size of their code. */
enum Kernel {
    CONV_2D("mote_conv2d_s8", S8.SUMS),
    DEPTHWISE_CONV_2D("mote_depthwise_conv2d_s8", S8.SUMS),
    CONV_2D_DSP("mote_conv2d_s8_dsp", "mote_arithmetic.h", Kernel.DSP_MATH, Kernel.DSP_GATHER),
    CONV_2D_DIRECT_DSP(
            "mote_conv2d_s8_direct_dsp", "mote_arithmetic.h", Kernel.DSP_MATH, Kernel.DSP_GATHER, "mote_dsp_dense.h"),
    DEPTHWISE_CONV_2D_DSP(
            "mote_depthwise_conv2d_s8_dsp",
            "mote_arithmetic.h",
            Kernel.DSP_MATH,
            "mote_dsp_sums.h",
            "mote_dsp_outputs.h"),
    CONV_2D_MVE("mote_conv2d_s8_mve", "mote_arithmetic.h", Kernel.MVE_MATH),
    DEPTHWISE_CONV_2D_MVE("mote_depthwise_conv2d_s8_mve", "mote_arithmetic.h", Kernel.MVE_MATH),
    DEPTHWISE_CONV_2D_DIRECT_DSP("mote_depthwise_conv2d_s8_direct_dsp", "mote_arithmetic.h", Kernel.DSP_MATH),
    MAX_POOL_2D_DSP("mote_max_pool2d_s8_dsp", "mote_arithmetic.h", Kernel.DSP_MATH, "mote_dsp_pool.h"),
    AVERAGE_POOL_2D_DSP("mote_average_pool2d_s8_dsp", "mote_arithmetic.h", Kernel.DSP_MATH, "mote_dsp_pool.h"),
    SUM_DSP("mote_sum_s8_dsp", "mote_arithmetic.h", Kernel.DSP_MATH, "mote_dsp_pool.h"),
    MUL_DSP("mote_mul_s8_dsp", "mote_arithmetic.h", "mote_binary.h", Kernel.DSP_MATH),
    ADD_DSP("mote_add_s8_dsp", "mote_arithmetic.h", Kernel.DSP_MATH),
    FULLY_CONNECTED_DSP("mote_fully_connected_s8_dsp", "mote_arithmetic.h", Kernel.DSP_MATH, "mote_dsp_dense.h"),
    FULLY_CONNECTED_WIDE_DSP(
            "mote_fully_connected_s8_wide_dsp", "mote_arithmetic.h", Kernel.DSP_MATH, "mote_dsp_dense.h"),
    FULLY_CONNECTED("mote_fully_connected_s8", S8.SUMS),
    TRANSPOSE_CONV("mote_transpose_conv_s8", "mote_arithmetic.h", "mote_filters.h", "mote_transposed.h"),
    BATCH_MATMUL("mote_batch_matmul_s8", "mote_arithmetic.h"),
    MAX_POOL_2D("mote_max_pool2d_s8", "mote_arithmetic.h"),
    MAX_POOL_2D_MVE("mote_max_pool2d_s8_mve", "mote_arithmetic.h", Kernel.MVE_MATH),
    AVERAGE_POOL_2D("mote_average_pool2d_s8", "mote_arithmetic.h"),
    AVERAGE_POOL_2D_MVE("mote_average_pool2d_s8_mve", "mote_arithmetic.h", Kernel.MVE_MATH),
    SUM("mote_sum_s8", "mote_arithmetic.h"),
    EXTREME("mote_extreme_s8"),
    SOFTMAX("mote_softmax_s8", "mote_arithmetic.h", "mote_fixed_point.h"),
    LOG_SOFTMAX("mote_log_softmax_s8", "mote_arithmetic.h", "mote_fixed_point.h", "mote_logarithm.h"),
    L2_NORMALIZATION("mote_l2_normalization_s8", "mote_arithmetic.h", "mote_inverse_root.h"),
    ADD_N("mote_add_n_s8", "mote_arithmetic.h"),
    LOOKUP("mote_lookup_s8"),
    ADD("mote_add_s8", "mote_arithmetic.h", "mote_binary.h"),
    ADD_MVE("mote_add_s8_mve", "mote_arithmetic.h", "mote_binary.h", Kernel.MVE_MATH),
    SUB("mote_sub_s8", "mote_arithmetic.h", "mote_binary.h"),
    MUL("mote_mul_s8", "mote_arithmetic.h", "mote_binary.h"),
    DIV("mote_div_s8", "mote_arithmetic.h", "mote_binary.h", "mote_fixed_point.h"),
    MAXIMUM("mote_maximum_s8", "mote_arithmetic.h", "mote_binary.h"),
    MINIMUM("mote_minimum_s8", "mote_arithmetic.h", "mote_binary.h"),
    SQUARED_DIFFERENCE("mote_squared_difference_s8", "mote_arithmetic.h", "mote_binary.h"),
    PRELU("mote_prelu_s8", "mote_arithmetic.h", "mote_binary.h"),
    PAD("mote_pad"),
    CONCATENATE("mote_concatenate"),
    STRIDED_COPY("mote_strided_copy"),
    GATHER("mote_gather"),
    MIRROR_PAD("mote_mirror_pad"),
    STORE("mote_store"),
    RESCALE_INT8_UINT8("mote_rescale_s8_u8", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    RESCALE_INT8_INT16("mote_rescale_s8_s16", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    RESCALE_INT8_INT32("mote_rescale_s8_s32", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    RESCALE_UINT8_INT8("mote_rescale_u8_s8", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    RESCALE_INT16_INT8("mote_rescale_s16_s8", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    RESCALE_INT16_INT16("mote_rescale_s16_s16", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    RESCALE_INT16_INT32("mote_rescale_s16_s32", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    RESCALE_INT32_INT8("mote_rescale_s32_s8", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    RESCALE_INT32_INT16("mote_rescale_s32_s16", "mote_arithmetic.h", "mote_rescale.h", "mote_types.h"),
    QUANTIZE_INT8("mote_quantize_f32_s8", "mote_quantize.h", "mote_types.h"),
    QUANTIZE_INT16("mote_quantize_f32_s16", "mote_quantize.h", "mote_types.h"),
    DEQUANTIZE_INT8("mote_dequantize_s8_f32", "mote_types.h"),
    DEQUANTIZE_UINT8("mote_dequantize_u8_f32", "mote_types.h"),
    DEQUANTIZE_INT16("mote_dequantize_s16_f32", "mote_types.h"),
    CAST("mote_cast", "mote_arithmetic.h", "mote_cast.h", "mote_types.h"),
    CAST_FROM_FLOAT32("mote_cast_from_f32", "mote_arithmetic.h", "mote_cast.h", "mote_types.h"),
    CAST_TO_FLOAT32("mote_cast_to_f32", "mote_arithmetic.h", "mote_cast.h", "mote_types.h"),
    COMPARE_INT8("mote_compare_s8", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    COMPARE_INT32("mote_compare_s32", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    COMPARE_INT64("mote_compare_s64", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    COMPARE_FLOAT32("mote_compare_f32", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    COMPARE_BOOL("mote_compare_bool", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    CONNECT("mote_connect", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    NOT("mote_not", "mote_logic.h"),
    ALL("mote_all", "mote_logic.h"),
    SELECT("mote_select", "mote_logic.h"),
    ARG_EXTREME_INT8("mote_arg_extreme_s8", "mote_logic.h"),
    ARG_EXTREME_FLOAT32("mote_arg_extreme_f32", "mote_logic.h"),
    BINARY_INT32("mote_binary_s32", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    PICK_INT16("mote_pick_s16", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    PICK_INT64("mote_pick_s64", "mote_arithmetic.h", "mote_binary.h", "mote_compare.h", "mote_logic.h"),
    CONV_2D_F32("mote_conv2d_f32", "mote_arithmetic.h"),
    DEPTHWISE_CONV_2D_F32("mote_depthwise_conv2d_f32", "mote_arithmetic.h"),
    FULLY_CONNECTED_F32("mote_fully_connected_f32"),
    TRANSPOSE_CONV_F32("mote_transpose_conv_f32", "mote_transposed.h"),
    BATCH_MATMUL_F32("mote_batch_matmul_f32"),
    MAX_POOL_2D_F32("mote_max_pool2d_f32", "mote_arithmetic.h"),
    AVERAGE_POOL_2D_F32("mote_average_pool2d_f32", "mote_arithmetic.h"),
    L2_POOL_2D_F32("mote_l2_pool2d_f32", "mote_arithmetic.h"),
    SUM_F32("mote_sum_f32"),
    EXTREME_F32("mote_extreme_f32"),
    SOFTMAX_F32("mote_softmax_f32"),
    LOG_SOFTMAX_F32("mote_log_softmax_f32"),
    L2_NORMALIZATION_F32("mote_l2_normalization_f32"),
    PRELU_F32("mote_prelu_f32", "mote_arithmetic.h", "mote_binary.h"),
    ADD_N_F32("mote_add_n_f32"),
    LEAKY_RELU_F32("mote_leaky_relu_f32"),
    ADD_F32("mote_add_f32", "mote_arithmetic.h", "mote_binary.h"),
    SUB_F32("mote_sub_f32", "mote_arithmetic.h", "mote_binary.h"),
    MUL_F32("mote_mul_f32", "mote_arithmetic.h", "mote_binary.h"),
    DIV_F32("mote_div_f32", "mote_arithmetic.h", "mote_binary.h"),
    MAXIMUM_F32("mote_maximum_f32", "mote_arithmetic.h", "mote_binary.h"),
    MINIMUM_F32("mote_minimum_f32", "mote_arithmetic.h", "mote_binary.h"),
    SQUARED_DIFFERENCE_F32("mote_squared_difference_f32", "mote_arithmetic.h", "mote_binary.h"),
    FLOOR_DIV_F32("mote_floor_div_f32", "mote_arithmetic.h", "mote_binary.h"),
    FLOOR_MOD_F32("mote_floor_mod_f32", "mote_arithmetic.h", "mote_binary.h"),
    LOGISTIC_F32("mote_logistic_f32"),
    TANH_F32("mote_tanh_f32"),
    RELU_F32("mote_relu_f32"),
    RELU6_F32("mote_relu6_f32"),
    RELU_N1_TO_1_F32("mote_relu_n1_to_1_f32"),
    ELU_F32("mote_elu_f32"),
    HARD_SWISH_F32("mote_hard_swish_f32"),
    ABS_F32("mote_abs_f32"),
    NEG_F32("mote_neg_f32"),
    EXP_F32("mote_exp_f32"),
    LOG_F32("mote_log_f32"),
    SQRT_F32("mote_sqrt_f32"),
    RSQRT_F32("mote_rsqrt_f32"),
    SQUARE_F32("mote_square_f32"),
    SIN_F32("mote_sin_f32"),
    COS_F32("mote_cos_f32"),
    FLOOR_F32("mote_floor_f32"),
    CEIL_F32("mote_ceil_f32"),
    ROUND_F32("mote_round_f32"),
    GATHER_COMPUTED("mote_gather_computed"),
    GATHER_ROWS("mote_gather_rows"),
    UPDATE_SLICE("mote_update_slice"),
    BROADCAST_SHAPES("mote_broadcast_shapes"),
    RESAMPLE("mote_resample"),
    SPACE_TO_BATCH("mote_space_to_batch"),
    BATCH_TO_SPACE("mote_batch_to_space"),
    RESIZE_BILINEAR("mote_resize_bilinear_s8", "mote_arithmetic.h"),
    RESIZE_BILINEAR_FLOAT32("mote_resize_bilinear_f32"),
    CUMULATIVE_SUM("mote_cumulative_sum_s8", "mote_arithmetic.h"),
    CUMULATIVE_SUM_FLOAT32("mote_cumulative_sum_f32"),
    EMBEDDING_LOOKUP_FLOAT32("mote_embedding_lookup_f32"),
    CONV_2D_S16("mote_conv2d_s16", S16.WIDE),
    DEPTHWISE_CONV_2D_S16("mote_depthwise_conv2d_s16", S16.WIDE),
    FULLY_CONNECTED_S16("mote_fully_connected_s16", S16.WIDE),
    TRANSPOSE_CONV_S16("mote_transpose_conv_s16", S16.TRANSPOSED),
    BATCH_MATMUL_S16("mote_batch_matmul_s16", S16.WIDE),
    PRELU_S16("mote_prelu_s16", S16.BINARY),
    MAX_POOL_2D_S16("mote_max_pool2d_s16", S16.WIDE),
    AVERAGE_POOL_2D_S16("mote_average_pool2d_s16", S16.WIDE),
    SUM_S16("mote_sum_s16", S16.WIDE),
    SOFTMAX_S16("mote_softmax_s16", S16.WIDE),
    SOFTMAX_S8_S16("mote_softmax_s8_s16", S16.FIXED_POINT),
    LOGISTIC_S16("mote_logistic_s16", S16.SIGMOID),
    TANH_S16("mote_tanh_s16", S16.SIGMOID),
    RSQRT_S16("mote_rsqrt_s16", S16.ROOT),
    SLOPES_S16("mote_slopes_s16", S16.WIDE),
    ADD_S16("mote_add_s16", S16.BINARY),
    SUB_S16("mote_sub_s16", S16.BINARY),
    MUL_S16("mote_mul_s16", S16.BINARY),
    SQUARED_DIFFERENCE_S16("mote_squared_difference_s16", S16.BINARY),
    SVDF("mote_svdf_s8", "mote_arithmetic.h", "mote_svdf.h", "mote_state.h"),
    SVDF_INT16_STATE("mote_svdf_s8_s16", "mote_arithmetic.h", "mote_svdf.h", "mote_state.h"),
    SVDF_FLOAT32("mote_svdf_f32", "mote_state.h"),
    LSTM("mote_lstm_s8", "mote_arithmetic.h", "mote_filters.h", "mote_sigmoid.h", "mote_lstm.h", "mote_state.h"),
    LSTM_INT16(
            "mote_lstm_s16",
            "mote_arithmetic.h",
            "mote_sigmoid.h",
            "mote_lstm.h",
            "mote_wide.h",
            "mote_s16.h",
            "mote_state.h"),
    LSTM_FLOAT32("mote_lstm_f32", "mote_state.h"),
    FRONT_END_LOAD("mote_fe_load", FrontEnd.SERIES),
    FRONT_END_SELECT("mote_fe_select", FrontEnd.SERIES),
    FRONT_END_FILTER("mote_fe_filter", FrontEnd.SERIES),
    FRONT_END_MAGNITUDE("mote_fe_magnitude", FrontEnd.ROOTS),
    FRONT_END_DIFFERENCE("mote_fe_difference", FrontEnd.SERIES),
    FRONT_END_COMPRESS("mote_fe_compress", FrontEnd.COMPRESSION),
    FRONT_END_STATISTICS("mote_fe_statistics", FrontEnd.ROOTS),
    FRONT_END_SPECTRUM("mote_fe_spectrum", FrontEnd.SPECTRUM),
    FRONT_END_QUANTIZE("mote_fe_quantize", FrontEnd.QUANTIZE),
    FRONT_END_COUNTS("mote_fe_counts", FrontEnd.COUNTS),
    FRONT_END_IMAGE("mote_fe_image", FrontEnd.CONTRACT),
    FRONT_END_PIXELS("mote_fe_pixels", FrontEnd.CONTRACT),
    STREAM_PUSH("mote_stream_push", Kernel.STREAM),
    STREAM_TIME("mote_stream_time", Kernel.STREAM),
    STREAM_LABEL("mote_stream_label", Kernel.STREAM),
    STREAM_DRAW("mote_stream_draw", Kernel.STREAM, Kernel.DRAW),
    DRAW_INT8("mote_draw_s8", "mote_draw.h"),
    DRAW_INT16("mote_draw_s16", "mote_draw.h"),
    DRAW_INT32("mote_draw_s32", "mote_draw.h"),
    DRAW_INT64("mote_draw_s64", "mote_draw.h"),
    DRAW_UINT8("mote_draw_u8", "mote_draw.h"),
    DRAW_BOOL("mote_draw_bool", "mote_draw.h"),
    DRAW_FLOAT32("mote_draw_f32", "mote_draw.h"),
    FIRST_FAR("mote_first_far_f32");

    /** Headers of the int8 kernels that multiply by weights. */
    private static final class S8 {
        static final String[] SUMS = {"mote_arithmetic.h", "mote_filters.h", "mote_avr_dot.h", "mote_avr_outputs.h"};
    }

    /** Headers of the int16 kernels. */
    private static final class S16 {
        static final String CONTRACT = "mote_s16.h";
        static final String[] WIDE = {"mote_arithmetic.h", "mote_wide.h", CONTRACT};
        static final String[] BINARY = {
            "mote_arithmetic.h", "mote_binary.h", "mote_wide.h", "mote_binary_s16.h", CONTRACT
        };
        static final String[] FIXED_POINT = {"mote_arithmetic.h", "mote_fixed_point.h", "mote_wide.h", CONTRACT};
        static final String[] TRANSPOSED = {"mote_arithmetic.h", "mote_transposed.h", "mote_wide.h", CONTRACT};
        static final String[] ROOT = {"mote_arithmetic.h", "mote_inverse_root.h", "mote_wide.h", CONTRACT};
        static final String[] SIGMOID = {"mote_sigmoid.h", CONTRACT};
    }

    /** Headers of the kernels of front ends. */
    private static final class FrontEnd {
        static final String CONTRACT = "mote_front_end.h";
        private static final String BITS = "mote_fe_bits.h";
        private static final String ASINH = "mote_fe_asinh.h";
        private static final String CHANNELS = "mote_fe_series.h";
        static final String[] SERIES = {CHANNELS, CONTRACT};
        static final String[] ROOTS = {"mote_fe_root.h", CHANNELS, CONTRACT};
        static final String[] COMPRESSION = {ASINH, BITS, CHANNELS, CONTRACT};
        static final String[] SPECTRUM = {BITS, "mote_fe_fft.h", "mote_fe_log2.h", "mote_fe_root.h", CHANNELS, CONTRACT
        };
        static final String[] QUANTIZE = {ASINH, BITS, "mote_fe_quantize.h", CONTRACT};
        static final String[] COUNTS = {ASINH, BITS, "mote_fe_quantize.h", CHANNELS, CONTRACT};
    }

    private static final String DSP_GATHER = "mote_dsp_gather.h";
    private static final String DSP_MATH = "mote_dsp_math.h";
    private static final String MVE_MATH = "mote_mve_math.h";
    static final String RUNTIME = "mote_runtime.h";
    private static final String ARITHMETIC = "mote_arithmetic.h";
    /** Its functions on AVR. */
    private static final String ASSEMBLY = "mote_avr.h";

    private static final String FLOAT = "_F32";
    private static final String DRAW = "mote_draw.h";
    private static final String STATE = "mote_state.h";
    private static final String STREAM = "mote_stream.h";
    private static final String TYPES = "mote_types.h";
    private static final String LOGIC = "mote_logic.h";

    private final String function;
    private final List<String> headers;

    Kernel(String function, String... headers) {
        this.function = function;
        this.headers = List.of(headers);
    }

    String function() {
        return function;
    }

    /** The vector instructions that it is written for; it runs anywhere. */
    Simd simd() {
        return function.endsWith("_dsp") ? Simd.DSP : function.endsWith("_mve") ? Simd.MVE : Simd.NONE;
    }

    /** Whether it takes scratch, which some layers do without. */
    boolean mayNeedNoScratch() {
        return this == CONV_2D_MVE;
    }

    /** What draws an input of the self test. */
    static Kernel draw(CType type) {
        return switch (type) {
            case INT8 -> DRAW_INT8;
            case INT16 -> DRAW_INT16;
            case INT32 -> DRAW_INT32;
            case INT64 -> DRAW_INT64;
            case UINT8 -> DRAW_UINT8;
            case BOOL -> DRAW_BOOL;
            case FLOAT32 -> DRAW_FLOAT32;
        };
    }

    /** Whether it takes its inputs as one array of pointers. */
    boolean takesList() {
        return this == ADD_N || this == ADD_N_F32;
    }

    /** Whether only the self test calls it, so that a linker drops it where nobody runs that. */
    boolean isForSelfTest() {
        return this == FIRST_FAR || headers.contains(DRAW);
    }

    /** Type of its parameters: its own, or that of a family. */
    String parametersType() {
        return switch (this) {
            case MAX_POOL_2D,
                    AVERAGE_POOL_2D,
                    MAX_POOL_2D_DSP,
                    AVERAGE_POOL_2D_DSP,
                    MAX_POOL_2D_MVE,
                    AVERAGE_POOL_2D_MVE -> "mote_pool2d_s8_params";
            case ADD, SUB, MUL, MUL_DSP, DIV, MAXIMUM, MINIMUM, SQUARED_DIFFERENCE -> "mote_binary_s8_params";
            case SUM_DSP -> "mote_sum_s8_params";
            case CAST, CAST_FROM_FLOAT32, CAST_TO_FLOAT32 -> "mote_cast_params";
            case COMPARE_INT32, COMPARE_INT64, COMPARE_FLOAT32, COMPARE_BOOL -> "mote_compare_params";
            case ARG_EXTREME_INT8, ARG_EXTREME_FLOAT32 -> "mote_arg_extreme_params";
            case PICK_INT16, PICK_INT64 -> "mote_pick_params";
            case QUANTIZE_INT8, QUANTIZE_INT16, DEQUANTIZE_INT8, DEQUANTIZE_UINT8, DEQUANTIZE_INT16 ->
                "mote_scale_params";
            case RESCALE_INT8_UINT8,
                    RESCALE_INT8_INT16,
                    RESCALE_INT8_INT32,
                    RESCALE_UINT8_INT8,
                    RESCALE_INT16_INT8,
                    RESCALE_INT16_INT16,
                    RESCALE_INT16_INT32,
                    RESCALE_INT32_INT8,
                    RESCALE_INT32_INT16 -> "mote_rescale_params";
            case MAX_POOL_2D_F32, AVERAGE_POOL_2D_F32, L2_POOL_2D_F32 -> "mote_pool2d_f32_params";
            case ADD_F32,
                    SUB_F32,
                    MUL_F32,
                    DIV_F32,
                    MAXIMUM_F32,
                    MINIMUM_F32,
                    SQUARED_DIFFERENCE_F32,
                    FLOOR_DIV_F32,
                    FLOOR_MOD_F32 -> "mote_binary_f32_params";
            case MAX_POOL_2D_S16, AVERAGE_POOL_2D_S16 -> "mote_pool2d_s16_params";
            case ADD_S16, SUB_S16, MUL_S16, SQUARED_DIFFERENCE_S16 -> "mote_binary_s16_params";
            case LOGISTIC_S16, TANH_S16 -> "mote_sigmoidal_s16_params";
            case FRONT_END_LOAD, FRONT_END_SELECT, FRONT_END_DIFFERENCE -> "mote_fe_series";
            case FULLY_CONNECTED_WIDE_DSP -> FULLY_CONNECTED_DSP.parametersType();
            default -> isUnaryFloat() ? "mote_unary_f32_params" : function + "_params";
        };
    }

    private boolean isUnaryFloat() {
        return Stream.of(UnaryFunction.values()).anyMatch(unary -> name().equals(unary.name() + FLOAT));
    }

    static Kernel of(UnaryFunction function) {
        return valueOf(function.name() + FLOAT);
    }

    static Kernel of(BinaryFunction function) {
        return valueOf(function.name() + FLOAT);
    }

    /** Header that declares it. */
    String contract() {
        if (simd() == Simd.DSP) {
            return "mote_dsp.h";
        }
        if (simd() == Simd.MVE) {
            return "mote_mve.h";
        }
        if (headers.contains(FrontEnd.CONTRACT)) {
            return FrontEnd.CONTRACT;
        }
        if (headers.contains(STREAM)) {
            return STREAM;
        }
        if (headers.contains(STATE)) {
            return STATE;
        }
        if (headers.contains(TYPES)) {
            return TYPES;
        }
        if (headers.contains(LOGIC)) {
            return LOGIC;
        }
        if (function.endsWith("_f32")) {
            return "mote_f32.h";
        }
        if (headers.contains(S16.CONTRACT)) {
            return S16.CONTRACT;
        }
        return headers.contains(DRAW) ? DRAW : RUNTIME;
    }

    /** Source file and the headers that it needs. */
    List<String> files() {
        List<String> files = new ArrayList<>(headers);
        files.add(RUNTIME);
        if (headers.contains(ARITHMETIC)) {
            files.add(ASSEMBLY);
        }
        if (!files.contains(contract())) {
            files.add(contract());
        }
        files.add(function + ".c");
        return files;
    }
}
