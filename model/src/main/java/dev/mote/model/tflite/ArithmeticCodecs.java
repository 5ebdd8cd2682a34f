package dev.mote.model.tflite;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.TensorType;
import java.util.List;

/** Codecs of the operators that multiply matrices, and of those that compute along rows. */
final class ArithmeticCodecs {
    static final List<OperatorCodec<?>> ALL = List.of(
            new OperatorCodec<>(
                    "TRANSPOSE_CONV",
                    Operator.TransposeConv.class,
                    49,
                    5,
                    in -> {
                        in.demandBias(4);
                        Window window = Window.of(in.padding(0), in.int32(2, 0), in.int32(1, 0));
                        return new Operator.TransposeConv(window, in.activation(3));
                    },
                    (use, out) -> {
                        Window window = use.operator().window();
                        out.int8(0, window.padding().ordinal())
                                .int32(1, window.strideW(), 0)
                                .int32(2, window.strideH(), 0)
                                .int8(3, use.operator().activation().ordinal());
                    },
                    ArithmeticCodecs::transposeConvVersion),
            new OperatorCodec<>(
                    "BATCH_MATMUL",
                    Operator.BatchMatmul.class,
                    101,
                    3,
                    in -> new Operator.BatchMatmul(in.bool(0), in.bool(1)),
                    (use, out) -> out.bool(0, use.operator().adjointFirst())
                            .bool(1, use.operator().adjointSecond()),
                    OperatorCodecs::byType),
            new OperatorCodec<>(
                    "LOG_SOFTMAX",
                    Operator.LogSoftmax.class,
                    36,
                    0,
                    in -> new Operator.LogSoftmax(),
                    (use, out) -> {},
                    OperatorCodecs::byType),
            new OperatorCodec<>(
                    "L2_NORMALIZATION",
                    Operator.L2Normalization.class,
                    12,
                    1,
                    in -> {
                        in.demandZero(0, "fused activation");
                        return new Operator.L2Normalization();
                    },
                    (use, out) -> {},
                    OperatorCodecs::byType),
            new OperatorCodec<>(
                    "ADD_N", Operator.AddN.class, 82, 0, in -> new Operator.AddN(), (use, out) -> {}, use -> 1),
            new OperatorCodec<>(
                    "PRELU", Operator.Prelu.class, 0, 0, in -> new Operator.Prelu(), (use, out) -> {}, use -> 1));

    private ArithmeticCodecs() {}

    private static int transposeConvVersion(OperatorCodec.Use<Operator.TransposeConv> use) {
        if (use.operator().activation() != Activation.NONE) {
            return 4;
        }
        if (use.node().hasInput(use.operator().bias())) {
            return 3;
        }
        return use.graph().input(use.node(), 1).type() == TensorType.INT8 ? 2 : 1;
    }
}
