package dev.mote.model.graph;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.ReduceFunction;

/**
 * What only operators with int16 activations must keep. Weights are int8, as with int8 activations. Source: the operators' preparation
 * steps in TFLM.
 */
final class Int16Rules {
    private static final String QUANTIZE_AGAIN = "quantize the model again";
    /** Share by which an output scale may miss the one that the operator has. */
    private static final double SCALE_TOLERANCE = 0.001;

    private Int16Rules() {}

    /** How an operator takes int16 activations. */
    private enum Scheme {
        /** Not as numbers that stand for real ones: what moves, converts or compares elements has rules of its own. */
        NONE,
        /** Zero points are 0: TFLM refuses others, or looks at none. */
        SYMMETRIC,
        /** With any zero points. */
        AFFINE
    }

    /** Whether TFLM computes the operator with int16 activations that stand for real numbers. */
    static boolean computes(Operator operator) {
        return scheme(operator) != Scheme.NONE;
    }

    private static Scheme scheme(Operator operator) {
        return switch (operator) {
            case Operator.Conv2d _, Operator.DepthwiseConv2d _, Operator.Softmax _ -> Scheme.SYMMETRIC;
            case Operator.TransposeConv _, Operator.BatchMatmul _ -> Scheme.SYMMETRIC;
            case Operator.Pool2d pool -> pool.kind() == Operator.PoolKind.L2 ? Scheme.NONE : Scheme.AFFINE;
            case Operator.FullyConnected _, Operator.LeakyRelu _, Operator.Prelu _ -> Scheme.AFFINE;
            case Operator.Unary(Operator.UnaryFunction function) when !function.hasInt16() -> Scheme.NONE;
            case Operator.Unary(Operator.UnaryFunction function) ->
                function == Operator.UnaryFunction.RELU6 ? Scheme.AFFINE : Scheme.SYMMETRIC;
            case Operator.Binary(BinaryFunction function, Activation _) when !function.hasInt16() -> Scheme.NONE;
            case Operator.Binary(BinaryFunction function, Activation _) ->
                function == BinaryFunction.ADD || function == BinaryFunction.SUB ? Scheme.AFFINE : Scheme.SYMMETRIC;
            case Operator.Reduce(ReduceFunction function, boolean _) ->
                function == ReduceFunction.MEAN || function == ReduceFunction.SUM ? Scheme.AFFINE : Scheme.NONE;
            case Operator.Pad _,
                    Operator.Concatenation _,
                    Operator.Reshape _,
                    Operator.ShapeOf _,
                    Operator.ReduceProduct _ -> Scheme.NONE;
            case Operator.Movement _, Operator.Quantize _, Operator.Dequantize _, Operator.Logic _ -> Scheme.NONE;
            case Operator.ResizeBilinear _, Operator.CumulativeSum _ -> Scheme.NONE;
            case Operator.LogSoftmax _, Operator.L2Normalization _, Operator.AddN _ -> Scheme.NONE;
            case Operator.Stateful _, Operator.Unsupported _ -> Scheme.NONE;
        };
    }

    /** @param node with int16 activations that have one sound scale each */
    static void check(CheckedNode node) {
        if (scheme(node.operator()) == Scheme.SYMMETRIC) {
            requireZeroPoint(node, node.input(), 0);
            if (node.operator() instanceof Operator.Binary || node.operator() instanceof Operator.BatchMatmul) {
                requireZeroPoint(node, node.input(1), 0);
            }
            requireZeroPoint(node, node.output(), 0);
        }
    }

    /** Whether the operator takes a bias of fewer bits than 64: TRANSPOSE_CONV of 16, the others, but for DEPTHWISE_CONV_2D, of 32. */
    static boolean hasNarrowBias(Operator operator, TensorType bias) {
        if (operator instanceof Operator.TransposeConv) {
            return bias == TensorType.INT16;
        }
        return bias == TensorType.INT32 && !(operator instanceof Operator.DepthwiseConv2d);
    }

    /** Whether the node is an ABS of int16 that stand for themselves, which TFLM has too. */
    static boolean isPlainAbs(CheckedNode node) {
        return node.operator().equals(new Operator.Unary(Operator.UnaryFunction.ABS))
                && node.isInt16()
                && node.input().quantization() instanceof Quantization.None;
    }

    /** Whether the node is a SOFTMAX from int8 to int16. */
    static boolean isWideSoftmax(CheckedNode node) {
        return node.operator() instanceof Operator.Softmax
                && node.input().type() == TensorType.INT8
                && node.output().type() == TensorType.INT16;
    }

    /** SOFTMAX has int16 outputs of int16 inputs, and of int8 ones. */
    static void softmax(CheckedNode node) {
        boolean fromInt8 = isWideSoftmax(node);
        requireScale(node, fromInt8 ? 1f / 65536 : 1f / 32768, SCALE_TOLERANCE, fromInt8 ? "1/65536" : "1/32768");
        requireZeroPoint(node, node.output(), fromInt8 ? Short.MIN_VALUE : 0);
    }

    /** LOGISTIC and TANH: TFLM compares the binary logarithm, to about 0.1 %. */
    static void sigmoidal(CheckedNode node) {
        requireScale(node, 1f / 32768, SCALE_TOLERANCE * Math.log(2), "1/32768");
    }

    private static void requireScale(CheckedNode node, float expected, double tolerance, String text) {
        float found = ((Quantization.PerTensor) node.output().quantization()).scale();
        if (Math.abs(found / expected - 1) > tolerance) {
            node.error("TFL-56", "output has scale " + found + ", expected " + text, QUANTIZE_AGAIN);
        }
    }

    private static void requireZeroPoint(CheckedNode node, Tensor tensor, int expected) {
        int found = ((Quantization.PerTensor) tensor.quantization()).zeroPoint();
        if (found != expected) {
            node.error(
                    "TFL-56",
                    Places.quote(tensor.name()) + " has zero point " + found + ", expected " + expected,
                    QUANTIZE_AGAIN);
        }
    }
}
