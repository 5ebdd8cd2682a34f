package dev.mote.model.lowered;

import static dev.mote.model.arithmetic.FixedPoint.clamp;
import static dev.mote.model.arithmetic.FixedPoint.divideByPowerOfTwo;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.FixedPointFunctions;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.TensorData;
import java.util.function.IntUnaryOperator;

/** Lowering of int8 functions of one element to their table, filled by the arithmetic that TFLM does for each element. */
final class LowerLookup {
    private static final int INTEGER_BITS = 4;

    private LowerLookup() {}

    /** int8 -> int8 with another scale and zero point. */
    static Layer requantize(NodeView node) {
        Multiplier factor = Multiplier.of((double) node.inputScale() / (double) node.outputScale());
        return table(node, x -> saturate(rescale(x, node, factor)));
    }

    static Layer leakyRelu(Operator.LeakyRelu leaky, NodeView node) {
        Multiplier identity = Multiplier.of((double) (node.inputScale() / node.outputScale()));
        double slope = (double) (node.inputScale() * leaky.alpha() / node.outputScale());
        Multiplier magnitude = Multiplier.of(Math.abs(slope));
        return table(node, x -> {
            int centred = x - node.inputZeroPoint();
            int scaled =
                    centred >= 0 ? FixedPoint.requantize(centred, identity) : FixedPoint.requantize(centred, magnitude);
            int signed = centred < 0 && slope < 0 ? -scaled : scaled;
            return saturate(signed + node.outputZeroPoint());
        });
    }

    static Layer unary(Operator.Unary unary, NodeView node) {
        return switch (unary.function()) {
            case LOGISTIC -> logistic(node);
            case TANH -> tanh(node);
            case RELU -> relu(node);
            case RELU6 -> relu6(node);
            case RELU_N1_TO_1 -> reluN1To1(node);
            case ELU -> elu(node);
            case HARD_SWISH -> HardSwishTable.of(node);
            case ABS -> abs(node);
            case RSQRT -> reciprocalRoot(node);
            case NEG, EXP, LOG, SQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND ->
                throw new IllegalArgumentException(unary.function() + " has no int8 kernel");
        };
    }

    private static Layer relu(NodeView node) {
        Multiplier factor = Multiplier.of((double) (node.inputScale() / node.outputScale()));
        int min = Math.max(Byte.MIN_VALUE, node.outputZeroPoint());
        return table(node, x -> clamp(rescale(x, node, factor), min, Byte.MAX_VALUE));
    }

    /** TFLM has no such operator; TensorFlow Lite's reference rescales here, as for RELU. */
    private static Layer reluN1To1(NodeView node) {
        Multiplier factor = Multiplier.of((double) (node.inputScale() / node.outputScale()));
        Int8Layer.Range range = LowerInt8.range(Activation.RELU_N1_TO_1, node.output());
        return table(node, x -> clamp(rescale(x, node, factor), range.min(), range.max()));
    }

    /** TFLM clamps the input's own integers here and looks at no output scale. */
    private static Layer relu6(NodeView node) {
        int six = node.inputZeroPoint() + FixedPoint.roundHalfAway(6 / node.inputScale());
        return table(node, x -> clamp(x, node.inputZeroPoint(), Math.min(six, Byte.MAX_VALUE)));
    }

    /** TFLM fills this table itself, in float. */
    private static Layer elu(NodeView node) {
        float inverseScale = 1 / node.outputScale();
        return table(node, x -> {
            float real = node.inputScale() * (x - node.inputZeroPoint());
            float value = real < 0 ? (float) Math.exp(real) - 1 : real;
            return saturate(FixedPoint.roundHalfAway(value * inverseScale) + node.outputZeroPoint());
        });
    }

    /** Rescaled only where the scales differ. */
    private static Layer abs(NodeView node) {
        boolean sameScale = node.inputScale() == node.outputScale();
        Multiplier factor = Multiplier.of((double) (node.inputScale() / node.outputScale()));
        return table(node, x -> {
            int magnitude = Math.abs(x - node.inputZeroPoint());
            int scaled = sameScale ? magnitude : FixedPoint.requantize(magnitude, factor);
            return saturate(scaled + node.outputZeroPoint());
        });
    }

    /** What is not above 0 gives the greatest output: TFLM does so for 0, and stops at what is below. */
    private static Layer reciprocalRoot(NodeView node) {
        Multiplier output = rootFactor(node);
        return table(node, x -> {
            int centred = x - node.inputZeroPoint();
            if (centred <= 0) {
                return Byte.MAX_VALUE;
            }
            int root = FixedPointFunctions.reciprocalRoot(centred);
            return saturate(FixedPoint.requantize(root, output) + node.outputZeroPoint());
        });
    }

    /** From a reciprocal root with {@link FixedPointFunctions#ROOT_BITS} fractional bits to the output. */
    static Multiplier rootFactor(NodeView node) {
        double denominator = (float) Math.sqrt(node.inputScale()) * node.outputScale();
        Multiplier factor = Multiplier.of(1 / denominator);
        return new Multiplier(factor.multiplier(), factor.shift() - FixedPointFunctions.ROOT_BITS);
    }

    private static Layer logistic(NodeView node) {
        return sigmoidal(node, q4 -> divideByPowerOfTwo(FixedPointFunctions.logistic(q4), 23) + Byte.MIN_VALUE);
    }

    private static Layer tanh(NodeView node) {
        return sigmoidal(node, q4 -> divideByPowerOfTwo(FixedPointFunctions.tanh(q4), 24));
    }

    /** A function of the input in Q4, saturated where the input leaves Q4. */
    private static Layer sigmoidal(NodeView node, IntUnaryOperator functionOfQ4) {
        Multiplier toQ4 = LowerInt8.wideMultiplier((double) node.inputScale() * (1 << (31 - INTEGER_BITS)));
        int radius = LowerInt8.inputRadius(INTEGER_BITS, toQ4.shift());
        return table(node, x -> {
            int centred = x - node.inputZeroPoint();
            if (centred <= -radius) {
                return Byte.MIN_VALUE;
            }
            if (centred >= radius) {
                return Byte.MAX_VALUE;
            }
            return saturate(functionOfQ4.applyAsInt(FixedPoint.requantize(centred, toQ4)));
        });
    }

    private static int rescale(int x, NodeView node, Multiplier factor) {
        return FixedPoint.requantize(x - node.inputZeroPoint(), factor) + node.outputZeroPoint();
    }

    static int saturate(int x) {
        return clamp(x, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    static Layer table(NodeView node, IntUnaryOperator function) {
        byte[] table = new byte[256];
        for (int x = Byte.MIN_VALUE; x <= Byte.MAX_VALUE; x++) {
            table[x - Byte.MIN_VALUE] = (byte) function.applyAsInt(x);
        }
        return new Int8Layer.Lookup(node.elements(), TensorData.ofBytes(table));
    }
}
