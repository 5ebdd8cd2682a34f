package dev.mote.model.graph;

import java.util.OptionalInt;

/** Which dimension of an operator's weights, its input 1, counts the output channels. */
final class WeightAxis {
    private static final int DEPTHWISE = 3;

    private WeightAxis() {}

    /** Empty for operators whose outputs are no sums of products with weights. */
    static OptionalInt of(Operator operator) {
        return switch (operator) {
            case Operator.Conv2d conv -> OptionalInt.of(0);
            case Operator.FullyConnected dense -> OptionalInt.of(0);
            case Operator.DepthwiseConv2d conv -> OptionalInt.of(DEPTHWISE);
            case Operator.TransposeConv conv -> OptionalInt.of(0);
            case Operator.BatchMatmul matmul -> OptionalInt.empty();
            case Operator.LogSoftmax softmax -> OptionalInt.empty();
            case Operator.L2Normalization norm -> OptionalInt.empty();
            case Operator.Prelu prelu -> OptionalInt.empty();
            case Operator.AddN sum -> OptionalInt.empty();
            case Operator.Pool2d pool -> OptionalInt.empty();
            case Operator.Reduce reduce -> OptionalInt.empty();
            case Operator.Softmax softmax -> OptionalInt.empty();
            case Operator.Unary unary -> OptionalInt.empty();
            case Operator.LeakyRelu leaky -> OptionalInt.empty();
            case Operator.Binary binary -> OptionalInt.empty();
            case Operator.Pad pad -> OptionalInt.empty();
            case Operator.Concatenation concatenation -> OptionalInt.empty();
            case Operator.Reshape reshape -> OptionalInt.empty();
            case Operator.ShapeOf shape -> OptionalInt.empty();
            case Operator.ReduceProduct product -> OptionalInt.empty();
            case Operator.Movement movement -> OptionalInt.empty();
            case Operator.ResizeBilinear resize -> OptionalInt.empty();
            case Operator.CumulativeSum sum -> OptionalInt.empty();
            case Operator.Stateful stateful -> OptionalInt.empty();
            case Operator.Logic logic -> OptionalInt.empty();
            case Operator.Quantize quantize -> OptionalInt.empty();
            case Operator.Dequantize dequantize -> OptionalInt.empty();
            case Operator.Unsupported unsupported -> OptionalInt.empty();
        };
    }
}
