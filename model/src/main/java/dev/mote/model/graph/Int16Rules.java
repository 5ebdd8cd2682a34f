package dev.mote.model.graph;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.ReduceFunction;

/**
 * What only operators with int16 activations must keep. Weights are int8, as with int8 activations. Source: the operators' preparation
 * steps in TFLM.
 */
public final class Int16Rules {
    private static final String QUANTIZE_AGAIN = "quantize the model again";
    /** Share by which an output scale may miss the one that the operator has. */
    private static final double SCALE_TOLERANCE = 0.001;

    private Int16Rules() {}

    /**
     * Whether TFLM computes the operator with int16 activations that stand for real numbers. Those that only move elements, convert
     * or compare them have rules of their own.
     */
    public static boolean computes(Operator operator) {
        return switch (operator) {
            case Operator.Conv2d _, Operator.DepthwiseConv2d _, Operator.FullyConnected _ -> true;
            case Operator.Pool2d _, Operator.Softmax _, Operator.LeakyRelu _ -> true;
            case Operator.Unary(Operator.UnaryFunction function) -> function.hasInt16();
            case Operator.Binary(BinaryFunction function, Activation _) -> function.hasInt16();
            case Operator.Reduce(ReduceFunction function, boolean _) ->
                function == ReduceFunction.MEAN || function == ReduceFunction.SUM;
            case Operator.Pad _, Operator.Concatenation _, Operator.Reshape _, Operator.ShapeOf _ -> false;
            case Operator.Movement _, Operator.Quantize _, Operator.Dequantize _, Operator.Logic _ -> false;
            case Operator.Stateful _, Operator.Unsupported _ -> false;
        };
    }

    /** @param node with int16 activations that have one sound scale each */
    static void check(CheckedNode node) {
        if (isSymmetric(node.operator())) {
            node.node().inputs().stream()
                    .limit(activations(node.operator()))
                    .forEach(index -> requireZeroPoint(node, node.graph().tensor(index), 0));
            requireZeroPoint(node, node.output(), 0);
        }
    }

    private static int activations(Operator operator) {
        return operator instanceof Operator.Binary ? 2 : 1;
    }

    /** Whether TFLM refuses zero points, or looks at none. */
    private static boolean isSymmetric(Operator operator) {
        return switch (operator) {
            case Operator.Conv2d _, Operator.DepthwiseConv2d _, Operator.Softmax _ -> true;
            case Operator.Unary(Operator.UnaryFunction function) -> function != Operator.UnaryFunction.RELU6;
            case Operator.Binary(BinaryFunction function, Activation _) ->
                function == BinaryFunction.MUL || function == BinaryFunction.SQUARED_DIFFERENCE;
            case Operator.FullyConnected _, Operator.Pool2d _, Operator.LeakyRelu _, Operator.Reduce _ -> false;
            case Operator.Pad _, Operator.Concatenation _, Operator.Reshape _, Operator.ShapeOf _ -> false;
            case Operator.Movement _, Operator.Quantize _, Operator.Dequantize _, Operator.Logic _ -> false;
            case Operator.Stateful _, Operator.Unsupported _ -> false;
        };
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
