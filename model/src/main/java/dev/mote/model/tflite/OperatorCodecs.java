package dev.mote.model.tflite;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place that maps operators to their numbers, options tables and versions. Slots are those of the schema; versions are those
 * of TensorFlow's converter (op_version.cc).
 */
final class OperatorCodecs {
    private static final List<OperatorCodec<?>> ALL = Stream.of(
                    computing(),
                    ArithmeticCodecs.ALL,
                    MovementCodecs.ALL,
                    IndexCodecs.ALL,
                    LogicCodecs.ALL,
                    StateCodecs.ALL)
            .flatMap(List::stream)
            .toList();

    private static List<OperatorCodec<?>> computing() {
        return List.of(
                conv2d(),
                depthwiseConv2d(),
                fullyConnected(),
                pool(PoolKind.MAX, "MAX_POOL_2D"),
                pool(PoolKind.AVERAGE, "AVERAGE_POOL_2D"),
                pool(PoolKind.L2, "L2_POOL_2D"),
                reduce(ReduceFunction.MEAN),
                reduce(ReduceFunction.SUM),
                reduce(ReduceFunction.MAX),
                reduce(ReduceFunction.MIN),
                new OperatorCodec<>(
                        "SOFTMAX",
                        Operator.Softmax.class,
                        9,
                        1,
                        in -> new Operator.Softmax(in.float32(0)),
                        (use, out) -> out.float32(0, use.operator().beta()),
                        OperatorCodecs::byType),
                unary(UnaryFunction.LOGISTIC),
                unary(UnaryFunction.TANH),
                unary(UnaryFunction.RELU),
                unary(UnaryFunction.RELU6),
                unary(UnaryFunction.RELU_N1_TO_1),
                unary(UnaryFunction.ELU),
                unary(UnaryFunction.HARD_SWISH, 91),
                unary(UnaryFunction.ABS, 78),
                unary(UnaryFunction.NEG, 42),
                unary(UnaryFunction.EXP, 33),
                unary(UnaryFunction.LOG),
                unary(UnaryFunction.SQRT),
                unary(UnaryFunction.RSQRT),
                unary(UnaryFunction.SQUARE, 66),
                unary(UnaryFunction.SIN),
                unary(UnaryFunction.COS, 84),
                unary(UnaryFunction.FLOOR),
                unary(UnaryFunction.CEIL),
                unary(UnaryFunction.ROUND),
                new OperatorCodec<>(
                        "LEAKY_RELU",
                        Operator.LeakyRelu.class,
                        75,
                        1,
                        in -> new Operator.LeakyRelu(in.float32(0)),
                        (use, out) -> out.float32(0, use.operator().alpha()),
                        use -> use.inputType() == TensorType.INT16 ? 2 : 1),
                fused(BinaryFunction.ADD, 11, 2),
                fused(BinaryFunction.MUL, 21, 1),
                fused(BinaryFunction.SUB, 28, 2),
                fused(BinaryFunction.DIV, 29, 1),
                plain(BinaryFunction.MAXIMUM, 39),
                plain(BinaryFunction.MINIMUM, 39),
                plain(BinaryFunction.SQUARED_DIFFERENCE, 76),
                plain(BinaryFunction.FLOOR_DIV, 65),
                plain(BinaryFunction.FLOOR_MOD, 72),
                new OperatorCodec<>(
                        "PAD",
                        Operator.Pad.class,
                        22,
                        0,
                        in -> new Operator.Pad(),
                        (use, out) -> {},
                        use -> use.inputShape(0).rank() > 4 ? 4 : byType(use)),
                new OperatorCodec<>(
                        "CONCATENATION",
                        Operator.Concatenation.class,
                        10,
                        2,
                        in -> new Operator.Concatenation(in.int32(0, 0), in.activation(1)),
                        (use, out) -> out.int32(0, use.operator().axis(), 0)
                                .int8(1, use.operator().activation().ordinal()),
                        OperatorCodecs::byType),
                new OperatorCodec<>(
                        "RESHAPE",
                        Operator.Reshape.class,
                        17,
                        1,
                        in -> new Operator.Reshape(),
                        (use, out) -> out.ints(0, use.outputShape().dimensions()),
                        use -> 1),
                new OperatorCodec<>(
                        "QUANTIZE",
                        Operator.Quantize.class,
                        89,
                        0,
                        in -> new Operator.Quantize(),
                        (use, out) -> {},
                        OperatorCodecs::quantizeVersion),
                new OperatorCodec<>(
                        "DEQUANTIZE",
                        Operator.Dequantize.class,
                        38,
                        0,
                        in -> new Operator.Dequantize(),
                        (use, out) -> {},
                        OperatorCodecs::dequantizeVersion));
    }

    private static final Map<String, OperatorCodec<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(OperatorCodec::name, Function.identity()));

    private OperatorCodecs() {}

    /** The codec of the operator called {@code name} in the schema, if Mote knows it. */
    static Optional<OperatorCodec<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @throws IllegalArgumentException for {@link Operator.Unsupported}, which has lost its options */
    static OperatorCodec<?> of(Operator operator) {
        String name = OperatorNames.of(operator);
        if (operator instanceof Operator.Unsupported) {
            throw new IllegalArgumentException("cannot write unsupported operator " + name);
        }
        return named(name).orElseThrow(() -> new IllegalArgumentException("no codec for " + name));
    }

    private static OperatorCodec<Operator.Conv2d> conv2d() {
        return new OperatorCodec<>(
                "CONV_2D",
                Operator.Conv2d.class,
                1,
                7,
                in -> {
                    in.demandBias(6);
                    return new Operator.Conv2d(window(in, 4, 5), in.activation(3));
                },
                (use, out) -> writeWindow(use.operator().window(), 4, 5, out)
                        .int8(3, use.operator().activation().ordinal()),
                use -> {
                    boolean grouped = use.channels(0) != use.channels(1);
                    return grouped ? 6 : use.inputType() == TensorType.INT8 ? 3 : 1;
                });
    }

    private static OperatorCodec<Operator.DepthwiseConv2d> depthwiseConv2d() {
        return new OperatorCodec<>(
                "DEPTHWISE_CONV_2D",
                Operator.DepthwiseConv2d.class,
                2,
                7,
                in -> new Operator.DepthwiseConv2d(window(in, 5, 6), in.int32(3, 0), in.activation(4)),
                (use, out) -> writeWindow(use.operator().window(), 5, 6, out)
                        .int32(3, use.operator().depthMultiplier(), 0)
                        .int8(4, use.operator().activation().ordinal()),
                use -> {
                    Window window = use.operator().window();
                    boolean dilated = window.dilationH() != 1 || window.dilationW() != 1;
                    return use.inputType() == TensorType.INT8 ? 3 : dilated ? 2 : 1;
                });
    }

    private static OperatorCodec<Operator.FullyConnected> fullyConnected() {
        return new OperatorCodec<>(
                "FULLY_CONNECTED",
                Operator.FullyConnected.class,
                8,
                5,
                in -> {
                    in.demandZero(1, "weights format");
                    in.demandBias(4);
                    return new Operator.FullyConnected(in.activation(0), in.bool(2));
                },
                (use, out) -> out.int8(0, use.operator().activation().ordinal())
                        .bool(2, use.operator().keepDimensions()),
                use -> {
                    if (use.node().inputs().size() == 2) {
                        return 6;
                    }
                    return use.operator().keepDimensions() ? 5 : use.inputType() == TensorType.INT8 ? 4 : 1;
                });
    }

    private static OperatorCodec<Operator.Pool2d> pool(PoolKind kind, String name) {
        return new OperatorCodec<>(
                name,
                Operator.Pool2d.class,
                5,
                6,
                in -> new Operator.Pool2d(
                        kind,
                        in.int32(4, 0),
                        in.int32(3, 0),
                        Window.of(in.padding(0), in.int32(2, 0), in.int32(1, 0)),
                        in.activation(5)),
                (use, out) -> {
                    Operator.Pool2d pool = use.operator();
                    out.int8(0, pool.window().padding().ordinal())
                            .int32(1, pool.window().strideW(), 0)
                            .int32(2, pool.window().strideH(), 0)
                            .int32(3, pool.width(), 0)
                            .int32(4, pool.height(), 0)
                            .int8(5, pool.activation().ordinal());
                },
                OperatorCodecs::byType);
    }

    private static OperatorCodec<Operator.Unary> unary(UnaryFunction function) {
        return unary(function, 0);
    }

    /** @param options type of an options table without fields; 0: no table */
    private static OperatorCodec<Operator.Unary> unary(UnaryFunction function, int options) {
        return new OperatorCodec<>(
                function.name(),
                Operator.Unary.class,
                options,
                0,
                in -> new Operator.Unary(function),
                (use, out) -> {},
                use -> function == UnaryFunction.ELU
                                || function == UnaryFunction.HARD_SWISH
                                || function == UnaryFunction.RELU_N1_TO_1
                        ? 1
                        : byType(use));
    }

    private static OperatorCodec<Operator.Reduce> reduce(ReduceFunction function) {
        return new OperatorCodec<>(
                function.operatorName(),
                Operator.Reduce.class,
                27,
                1,
                in -> new Operator.Reduce(function, in.bool(0)),
                (use, out) -> out.bool(0, use.operator().keepDimensions()),
                use -> function == ReduceFunction.SUM && use.inputType() == TensorType.INT16 ? 1 : byType(use));
    }

    private static OperatorCodec<Operator.Binary> fused(BinaryFunction function, int options, int fields) {
        return new OperatorCodec<>(
                function.name(),
                Operator.Binary.class,
                options,
                fields,
                in -> new Operator.Binary(function, in.activation(0)),
                (use, out) -> {
                    out.int8(0, use.operator().activation().ordinal());
                    if (hasScaleOption(use)) {
                        out.bool(1, false, true);
                    }
                },
                OperatorCodecs::fusedVersion);
    }

    /** int16 ADD and SUB say whether their scales are powers of two; TFLM does not care, and other interpreters take any scale then. */
    private static boolean hasScaleOption(OperatorCodec.Use<Operator.Binary> use) {
        BinaryFunction function = use.operator().function();
        return use.inputType() == TensorType.INT16
                && (function == BinaryFunction.ADD || function == BinaryFunction.SUB);
    }

    private static int fusedVersion(OperatorCodec.Use<Operator.Binary> use) {
        if (use.inputType() != TensorType.INT16) {
            return use.inputType() == TensorType.INT8 ? 2 : 1;
        }
        return switch (use.operator().function()) {
            case ADD -> 3;
            case SUB -> 5;
            case MUL -> 4;
            case DIV, MAXIMUM, MINIMUM, SQUARED_DIFFERENCE, FLOOR_DIV, FLOOR_MOD -> 1;
        };
    }

    private static OperatorCodec<Operator.Binary> plain(BinaryFunction function, int options) {
        return new OperatorCodec<>(
                function.name(),
                Operator.Binary.class,
                options,
                0,
                in -> new Operator.Binary(function, Activation.NONE),
                (use, out) -> {},
                OperatorCodecs::plainVersion);
    }

    private static int plainVersion(OperatorCodec.Use<Operator.Binary> use) {
        return switch (use.operator().function()) {
            case FLOOR_DIV -> 2;
            case MAXIMUM, MINIMUM ->
                use.inputType() == TensorType.INT16 ? 4 : use.inputType() == TensorType.INT8 ? 2 : 1;
            case ADD, SUB, MUL, DIV, SQUARED_DIFFERENCE, FLOOR_MOD -> use.inputType() == TensorType.INT8 ? 2 : 1;
        };
    }

    private static Window window(OptionsReader in, int dilationW, int dilationH) {
        return new Window(
                in.padding(0), in.int32(2, 0), in.int32(1, 0), in.int32(dilationH, 1), in.int32(dilationW, 1));
    }

    private static OptionsWriter writeWindow(Window window, int dilationW, int dilationH, OptionsWriter out) {
        return out.int8(0, window.padding().ordinal())
                .int32(1, window.strideW(), 0)
                .int32(2, window.strideH(), 0)
                .int32(dilationW, window.dilationW(), 1)
                .int32(dilationH, window.dilationH(), 1);
    }

    /** The rule of most operators: 1 for float, 2 for int8, 3 for int16. */
    static int byType(OperatorCodec.Use<?> use) {
        return switch (use.inputType()) {
            case INT8 -> 2;
            case INT16 -> 3;
            case FLOAT32, INT32, UINT8, INT64, BOOL, OTHER -> 1;
        };
    }

    private static int quantizeVersion(OperatorCodec.Use<Operator.Quantize> use) {
        Tensor output = use.graph().output(use.node());
        return output.quantization() instanceof Quantization.PerChannel ? 3 : output.type() == TensorType.INT16 ? 2 : 1;
    }

    private static int dequantizeVersion(OperatorCodec.Use<Operator.Dequantize> use) {
        boolean perChannel = use.graph().input(use.node(), 0).quantization() instanceof Quantization.PerChannel;
        return perChannel ? 5 : byType(use);
    }
}
