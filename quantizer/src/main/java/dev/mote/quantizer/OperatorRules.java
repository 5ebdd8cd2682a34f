package dev.mote.quantizer;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Quantization.PerTensor;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What int8 kernels demand of each operator. Source: TensorFlow Lite 8-bit quantization specification; for RELU6 and CONCATENATION, the
 * kernels of TensorFlow Lite Micro, which do not rescale.
 */
final class OperatorRules {
    /** softmax and logistic: 1/256 and -128, so that [0, 1) fits. */
    private static final PerTensor UNIT_INTERVAL = new PerTensor(1f / 256, Byte.MIN_VALUE);

    /** tanh and L2 normalization: [-1, 1). */
    private static final PerTensor SIGNED_UNIT = new PerTensor(1f / 128, 0);

    /** The logarithm of softmax: [-15.9, 0]. */
    private static final PerTensor LOGARITHM = new PerTensor(1f / 16, Byte.MAX_VALUE);

    /** Outside, logistic is within half an output step of 0 or 1: logistic(-6.3) = 0.0018 < 1/512. */
    private static final Range LOGISTIC_INPUT = new Range(-8, 8);

    /** Outside, tanh is within half an output step of -1 or 1: 1 - tanh(3) = 0.005 and 1 - tanh(4) = 0.0007 < 1/256. */
    private static final Range TANH_INPUT = new Range(-4, 4);

    /** Of what has its output's quantization built in, in int16: softmax, logistic, tanh. */
    static final double FIXED_WIDE_SCALE = 1.0 / 32768;

    private OperatorRules() {}

    /** Whether TFLM has the operator with int16 activations. Source: the vectors, docs/operators.md. */
    static boolean hasInt16(Operator operator) {
        return switch (operator) {
            case Operator.Weighted weighted -> true;
            case Operator.BatchMatmul matmul -> true;
            case Operator.Prelu prelu -> true;
            case Operator.LeakyRelu leaky -> true;
            case Operator.Softmax softmax -> true;
            case Operator.Pool2d pool -> pool.kind() != Operator.PoolKind.L2;
            case Operator.Unary unary -> unary.function().hasInt16();
            case Operator.Binary binary ->
                binary.function().hasInt16() || binary.function().isChoice();
            case Operator.Reduce reduce ->
                switch (reduce.function()) {
                    case MEAN, SUM -> true;
                    case MAX, MIN -> false;
                };
            case Operator.Pad pad -> true;
            case Operator.Concatenation concatenation -> true;
            case Operator.Reshape reshape -> true;
            case Operator.Movement movement -> movesInt16(movement);
            case Operator.LogSoftmax softmax -> false;
            case Operator.L2Normalization norm -> false;
            case Operator.AddN sum -> false;
            case Operator.ShapeOf shape -> false;
            case Operator.ReduceProduct product -> false;
            case Operator.ResizeBilinear resize -> false;
            case Operator.CumulativeSum sum -> false;
            case Operator.Stateful stateful -> false;
            case Operator.Quantize quantize -> false;
            case Operator.Dequantize dequantize -> false;
            case Operator.Logic logic -> false;
            case Operator.Unsupported unsupported -> false;
        };
    }

    private static boolean movesInt16(Operator.Movement movement) {
        return switch (movement) {
            case Operator.Squeeze _, Operator.ExpandDims _, Operator.Transpose _, Operator.Slice _ -> true;
            case Operator.StridedSlice _, Operator.Split _, Operator.SplitV _, Operator.Unpack _ -> true;
            case Operator.BroadcastTo _, Operator.ReverseV2 _, Operator.Pack _, Operator.PadV2 _ -> true;
            case Operator.DynamicUpdateSlice _, Operator.ResizeNearestNeighbor _ -> true;
            case Operator.SpaceToDepth _, Operator.DepthToSpace _, Operator.Fill _, Operator.MirrorPad _ -> false;
            case Operator.Gather _, Operator.GatherNd _, Operator.EmbeddingLookup _ -> false;
            case Operator.ZerosLike _, Operator.BroadcastArgs _ -> false;
            case Operator.SpaceToBatchNd _, Operator.BatchToSpaceNd _ -> false;
        };
    }

    /** Whether all operands and the output must have one scale and zero point. */
    static boolean keepsQuantization(Operator operator) {
        return switch (operator) {
            case Operator.Pool2d pool -> true;
            case Operator.Pad pad -> true;
            case Operator.Concatenation concatenation -> true;
            case Operator.Reshape reshape -> true;
            case Operator.Unary unary -> unary.function() == UnaryFunction.RELU6;
            case Operator.Conv2d conv -> false;
            case Operator.DepthwiseConv2d conv -> false;
            case Operator.FullyConnected dense -> false;
            case Operator.TransposeConv conv -> false;
            case Operator.BatchMatmul matmul -> false;
            case Operator.Prelu prelu -> false;
            case Operator.AddN sum -> true;
            case Operator.LogSoftmax softmax -> false;
            case Operator.L2Normalization norm -> false;
            case Operator.Reduce reduce ->
                switch (reduce.function()) {
                    case MEAN, SUM -> false;
                    case MAX, MIN -> true;
                };
            case Operator.Softmax softmax -> false;
            case Operator.LeakyRelu leaky -> false;
            case Operator.Binary binary -> binary.function().isChoice();
            case Operator.ShapeOf shape -> false;
            case Operator.ReduceProduct product -> false;
            case Operator.ResizeBilinear resize -> true;
            case Operator.CumulativeSum sum -> false;
            case Operator.Movement movement -> true;
            case Operator.Stateful stateful -> false;
            case Operator.Quantize quantize -> false;
            case Operator.Dequantize dequantize -> false;
            case Operator.Logic logic -> false;
            case Operator.Unsupported unsupported -> false;
        };
    }

    /** The output's scale and zero point, where the kernel has them built in. */
    static Optional<PerTensor> fixedOutput(Operator operator) {
        return switch (operator) {
            case Operator.Softmax softmax -> Optional.of(UNIT_INTERVAL);
            case Operator.LogSoftmax softmax -> Optional.of(LOGARITHM);
            case Operator.L2Normalization norm -> Optional.of(SIGNED_UNIT);
            case Operator.Unary unary ->
                switch (unary.function()) {
                    case LOGISTIC -> Optional.of(UNIT_INTERVAL);
                    case TANH -> Optional.of(SIGNED_UNIT);
                    case RELU, RELU6, RELU_N1_TO_1, ELU, HARD_SWISH, ABS, RSQRT -> Optional.empty();
                    case NEG, EXP, LOG, SQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND -> Optional.empty();
                };
            case Operator.Conv2d conv -> Optional.empty();
            case Operator.DepthwiseConv2d conv -> Optional.empty();
            case Operator.FullyConnected dense -> Optional.empty();
            case Operator.TransposeConv conv -> Optional.empty();
            case Operator.BatchMatmul matmul -> Optional.empty();
            case Operator.Prelu prelu -> Optional.empty();
            case Operator.AddN sum -> Optional.empty();
            case Operator.Pool2d pool -> Optional.empty();
            case Operator.Reduce reduce -> Optional.empty();
            case Operator.LeakyRelu leaky -> Optional.empty();
            case Operator.Binary binary -> Optional.empty();
            case Operator.Pad pad -> Optional.empty();
            case Operator.Concatenation concatenation -> Optional.empty();
            case Operator.Reshape reshape -> Optional.empty();
            case Operator.ShapeOf shape -> Optional.empty();
            case Operator.ReduceProduct product -> Optional.empty();
            case Operator.ResizeBilinear resize -> Optional.empty();
            case Operator.CumulativeSum sum -> Optional.empty();
            case Operator.Movement movement -> Optional.empty();
            case Operator.Stateful stateful -> Optional.empty();
            case Operator.Quantize quantize -> Optional.empty();
            case Operator.Dequantize dequantize -> Optional.empty();
            case Operator.Logic logic -> Optional.empty();
            case Operator.Unsupported unsupported -> Optional.empty();
        };
    }

    /** The input values that the operator tells apart: beyond the ends its int8 output stays the same. */
    static Range usefulInput(Operator operator) {
        if (operator instanceof Operator.Unary(UnaryFunction function)) {
            return switch (function) {
                case LOGISTIC -> LOGISTIC_INPUT;
                case TANH -> TANH_INPUT;
                case RELU -> new Range(0, Double.POSITIVE_INFINITY);
                case RELU6 -> new Range(0, 6);
                case RELU_N1_TO_1 -> new Range(-1, 1);
                case ELU, HARD_SWISH, ABS, NEG, EXP, LOG, SQRT, RSQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND ->
                    Range.ALL;
            };
        }
        return Range.ALL;
    }

    /** The dimension of the weights that counts output channels; empty for operators without weights. */
    static OptionalInt weightsAxis(Operator operator) {
        return switch (operator) {
            case Operator.Conv2d conv -> OptionalInt.of(0);
            case Operator.DepthwiseConv2d conv -> OptionalInt.of(3);
            case Operator.FullyConnected dense -> OptionalInt.of(0);
            case Operator.TransposeConv conv -> OptionalInt.of(0);
            case Operator.BatchMatmul matmul -> OptionalInt.empty();
            case Operator.Prelu prelu -> OptionalInt.empty();
            case Operator.AddN sum -> OptionalInt.empty();
            case Operator.LogSoftmax softmax -> OptionalInt.empty();
            case Operator.L2Normalization norm -> OptionalInt.empty();
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
            case Operator.ResizeBilinear resize -> OptionalInt.empty();
            case Operator.CumulativeSum sum -> OptionalInt.empty();
            case Operator.Movement movement -> OptionalInt.empty();
            case Operator.Stateful stateful -> OptionalInt.empty();
            case Operator.Quantize quantize -> OptionalInt.empty();
            case Operator.Dequantize dequantize -> OptionalInt.empty();
            case Operator.Logic logic -> OptionalInt.empty();
            case Operator.Unsupported unsupported -> OptionalInt.empty();
        };
    }
}
