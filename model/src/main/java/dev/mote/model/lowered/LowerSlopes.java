package dev.mote.model.lowered;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Int16Functions;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;

/** Lowering of int16 functions of one element: lines on either side of 0, and those between the entries of a table. */
final class LowerSlopes {
    private static final Multiplier ONE = Multiplier.of(1);
    private static final Multiplier ZERO = Multiplier.of(0);
    /** Of plain integers: 32768, the magnitude of the least, becomes -32768 again. */
    private static final Int8Layer.Range WRAPPING = new Int8Layer.Range(Short.MIN_VALUE, 1 << 15);
    /** Largest number whose binary logarithm counts as whole is this far from it. */
    private static final float LOG_TOLERANCE = 1e-3f;
    /** Inputs of the logistic table are in steps of 1 / this. */
    private static final double TABLE_STEPS = 4096.0 * 3.0;

    private LowerSlopes() {}

    static Layer unary(Operator.Unary unary, NodeView node) {
        return switch (unary.function()) {
            case LOGISTIC -> sigmoidal(false, node);
            case TANH -> sigmoidal(true, node);
            case RELU -> relu(node);
            case RELU6 -> relu6(node);
            case ABS -> abs(node);
            case RSQRT -> new Int16Layer.ReciprocalRoot(node.elements(), LowerLookup.rootFactor(node));
            case RELU_N1_TO_1, ELU, HARD_SWISH, NEG, EXP, LOG, SQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND ->
                throw new IllegalArgumentException(unary.function() + " has no int16 kernel");
        };
    }

    static Layer leakyRelu(Operator.LeakyRelu leaky, NodeView node) {
        double slope = (double) (node.inputScale() * leaky.alpha() / node.outputScale());
        return new Int16Layer.Slopes(
                node.elements(),
                node.inputZeroPoint(),
                rescale(node),
                Multiplier.of(Math.abs(slope)),
                1,
                slope < 0 ? -1 : 1,
                node.outputZeroPoint(),
                Int16Layer.FULL);
    }

    private static Layer relu(NodeView node) {
        return new Int16Layer.Slopes(
                node.elements(),
                node.inputZeroPoint(),
                rescale(node),
                ZERO,
                1,
                1,
                node.outputZeroPoint(),
                Int16Layer.FULL);
    }

    /** TFLM clamps the input's own integers here and looks at no output scale. */
    private static Layer relu6(NodeView node) {
        int zero = node.inputZeroPoint();
        int six = Math.min(zero + FixedPoint.roundHalfAway(6 / node.inputScale()), Short.MAX_VALUE);
        return new Int16Layer.Slopes(
                node.elements(), zero, ONE, ZERO, 1, 1, zero, new Int8Layer.Range(Short.MIN_VALUE, six));
    }

    /** Rescaled only where the scales differ; a factor of 1 changes nothing. */
    private static Layer abs(NodeView node) {
        if (node.input().quantization() instanceof Quantization.None) {
            return new Int16Layer.Slopes(node.elements(), 0, ONE, ONE, -1, 1, 0, WRAPPING);
        }
        Multiplier factor = node.inputScale() == node.outputScale() ? ONE : rescale(node);
        return new Int16Layer.Slopes(
                node.elements(), node.inputZeroPoint(), factor, factor, -1, 1, node.outputZeroPoint(), Int16Layer.FULL);
    }

    private static Multiplier rescale(NodeView node) {
        return Multiplier.of((double) (node.inputScale() / node.outputScale()));
    }

    /** Scales that are powers of two go into the table without rounding; which of them do differs by one between the functions. */
    private static Layer sigmoidal(boolean tanh, NodeView node) {
        float log = (float) StrictMath.log(node.inputScale()) * (1 / (float) StrictMath.log(2));
        int exponent = FixedPoint.roundHalfAway(log);
        int left = exponent + 12;
        boolean whole = Math.abs(log - exponent) < LOG_TOLERANCE;
        if (whole && (left == 0 || tanh && left == 1)) {
            return new Int16Layer.Sigmoidal(node.elements(), tanh, new Int16Functions.Scale(3 << left, 0));
        }
        double multiplier = node.inputScale() * TABLE_STEPS;
        int shift = 0;
        while (multiplier <= Short.MAX_VALUE / 2.0 && shift <= 30) {
            multiplier *= 2;
            shift++;
        }
        return new Int16Layer.Sigmoidal(node.elements(), tanh, new Int16Functions.Scale((int) multiplier, shift));
    }
}
