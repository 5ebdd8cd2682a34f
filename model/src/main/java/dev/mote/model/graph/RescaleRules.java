package dev.mote.model.graph;

import java.util.List;

/** Factors from one scale to another, and attributes that are real numbers: what fixed-point arithmetic can hold. */
final class RescaleRules {
    /** Left shifts of the requantization reach this far. */
    private static final double LARGEST_FACTOR = 1 << 30;
    /** Left shifts of 64-bit accumulators. */
    private static final double LARGEST_WIDE_FACTOR = 1 << 7;
    /** ADD works with 20 more bits than its inputs, or 15 more where they are int16, and its last factor must be below 1. */
    private static final double ADD_HEADROOM = 1 << 20;

    private static final double ADD_HEADROOM_INT16 = 1 << 15;
    /** The division of int8 shifts right by 23 bits or more, less those of this factor. */
    private static final double LARGEST_QUOTIENT = 1 << 22;
    /** SOFTMAX and LOG_SOFTMAX bring their input to 26 fraction bits, by a factor of 1 or more. */
    private static final double SOFTMAX_FRACTION = 1 << 26;
    /** SOFTMAX brings int16 to steps of 10 / 65535. */
    private static final double SOFTMAX_STEP = 10 / 65535.0;
    /** RSQRT shifts right by 20 bits more than this factor does, and by 31 at most. */
    private static final double LEAST_ROOT_FACTOR = 0x1p-10;
    /** LOGISTIC and TANH bring int16 to steps of 1 / 12288, by a factor of 15 bits. */
    private static final double LARGEST_SIGMOIDAL = 8 / 3.0;

    /** LOGISTIC and TANH bring their input to 4 integer bits. */
    private static final double LARGEST_Q4 = 16;

    private final CheckedNode node;

    private RescaleRules(CheckedNode node) {
        this.node = node;
    }

    /** @param node tensors of which, but for weights, have one sound scale each, where it computes with int8 or int16 */
    static void check(CheckedNode node) {
        new RescaleRules(node).check();
    }

    private void check() {
        boolean isInt16 = node.isInt16() && Int16Rules.computes(node.operator());
        if (!isInt16 && !node.isInt8() && !Int16Rules.isWideSoftmax(node)) {
            return;
        }
        switch (node.operator()) {
            case Operator.Weighted weighted -> {
                products(node.isInt16() && !hasInt32Bias(weighted));
                activation(weighted.activation());
            }
            case Operator.BatchMatmul matmul -> products(node.isInt16());
            case Operator.Pool2d pool -> activation(pool.activation());
            case Operator.Binary binary -> binary(binary);
            case Operator.Softmax softmax -> softmax(softmax.beta());
            case Operator.LogSoftmax softmax -> exponent("input scale", scale(node.input()));
            case Operator.L2Normalization norm -> {}
            case Operator.LeakyRelu leaky -> {
                ratio();
                factor(
                        "input scale * alpha / output scale",
                        Math.abs((float) scale(node.input()) * leaky.alpha()) / scale(node.output()));
            }
            case Operator.AddN sum -> headroom(2 * scale(node.input()));
            case Operator.Prelu prelu -> {
                ratio();
                product("input scale * alpha scale / output scale");
            }
            case Operator.Reduce reduce -> ratio();
            case Operator.Unary unary -> {
                switch (unary.function()) {
                    case RELU, ABS, HARD_SWISH, ELU -> ratio();
                    case RELU_N1_TO_1 -> {
                        ratio();
                        activation(Activation.RELU_N1_TO_1);
                    }
                    case RELU6 -> factor("6 / input scale", 6 / scale(node.input()));
                    case RSQRT -> reciprocalRoot();
                    case NEG, EXP, LOG, SQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND -> {}
                    case LOGISTIC, TANH -> sigmoidal();
                }
            }
            case Operator.Stateful stateful -> {}
            case Operator.Quantize quantize -> {}
            case Operator.Pad pad -> {}
            case Operator.Concatenation concatenation -> {}
            case Operator.Reshape reshape -> {}
            case Operator.ShapeOf shape -> {}
            case Operator.ReduceProduct product -> {}
            case Operator.ResizeBilinear resize -> {}
            case Operator.CumulativeSum sum -> headroom(2 * scale(node.input()));
            case Operator.Movement movement -> {}
            case Operator.Dequantize dequantize -> {}
            case Operator.Logic logic -> {}
            case Operator.Unsupported unsupported -> {}
        }
    }

    private void softmax(float beta) {
        double product = beta * scale(node.input());
        if (node.isInt16()) {
            factor("beta * input scale / step of the table", product / SOFTMAX_STEP);
        } else {
            exponent("beta * input scale", product);
        }
    }

    private void sigmoidal() {
        if (node.isInt16() && !(scale(node.input()) < LARGEST_SIGMOIDAL)) {
            refuse("input scale", scale(node.input()), "below 8/3");
        } else if (!(scale(node.input()) < LARGEST_Q4)) {
            refuse("input scale", scale(node.input()), "below 16");
        }
    }

    private boolean hasInt32Bias(Operator.Weighted weighted) {
        return node.hasInput(weighted.bias()) && node.input(weighted.bias()).type() == TensorType.INT32;
    }

    /** @param wide whether the sum of the products has 64 bits */
    private void products(boolean wide) {
        List<Float> weights = QuantizationRules.scales(node.input(1));
        for (float weight : weights) {
            double factor = scale(node.input()) * weight / scale(node.output());
            if (wide && !(factor < LARGEST_WIDE_FACTOR)) {
                refuse("input scale * weight scale / output scale", factor, "below 2^7");
                break;
            }
            if (!(factor >= 0 && factor < LARGEST_FACTOR)) {
                factor("input scale * weight scale / output scale", factor);
                break;
            }
        }
    }

    private void binary(Operator.Binary binary) {
        switch (binary.function()) {
            case ADD -> add(binary.activation());
            case SUB -> {
                requireFloatRoom();
                add(binary.activation());
            }
            case MUL -> {
                product("product of the input scales / output scale");
                activation(binary.activation());
            }
            case DIV -> {
                // In float, as TFLM has it: a small product may become 0.
                float divisor = (float) scale(node.input(1)) * (float) scale(node.output());
                float quotient = (float) scale(node.input(0)) / divisor;
                if (!(quotient >= 0 && quotient < LARGEST_QUOTIENT)) {
                    refuse("input scale / (divisor's scale * output scale)", quotient, "below 2^22");
                }
                activation(binary.activation());
            }
            case SQUARED_DIFFERENCE -> {
                requireFloatRoom();
                double common = 2 * Math.max(scale(node.input(0)), scale(node.input(1)));
                factor("square of the larger input scale / output scale", common * common / scale(node.output()));
            }
            case MAXIMUM, MINIMUM, FLOOR_DIV, FLOOR_MOD -> {}
        }
    }

    /** SUB and SQUARED_DIFFERENCE form their common scale, twice the larger one, in float. */
    private void requireFloatRoom() {
        double larger = Math.max(scale(node.input(0)), scale(node.input(1)));
        if (!(2 * larger <= Float.MAX_VALUE)) {
            refuse("larger input scale", larger, "at most " + Float.MAX_VALUE / 2);
        }
    }

    private void add(Activation activation) {
        headroom(2 * Math.max(scale(node.input(0)), scale(node.input(1))));
        activation(activation);
    }

    /** @param common scale of a sum with 20 or 15 more bits */
    private void headroom(double common) {
        double headroom = node.isInt16() ? ADD_HEADROOM_INT16 : ADD_HEADROOM;
        double factor = common / headroom / scale(node.output());
        if (!(factor < 1)) {
            refuse(
                    "larger input scale / output scale",
                    factor * headroom / 2,
                    node.isInt16() ? "below 2^14" : "below 2^19");
        }
    }

    /** The clamps must be integers of 32 bits before they are cut to 8 or 16. */
    private void activation(Activation activation) {
        boolean clamped = activation == Activation.RELU6 || activation == Activation.RELU_N1_TO_1;
        if (clamped) {
            factor("clamp / output scale", activation.max() / scale(node.output()));
        }
    }

    private void exponent(String what, double scale) {
        if (!(scale * SOFTMAX_FRACTION > 1)) {
            refuse(what, scale, "above 2^-26");
        }
    }

    private void product(String what) {
        factor(what, scale(node.input(0)) * scale(node.input(1)) / scale(node.output()));
    }

    private void reciprocalRoot() {
        double factor = 1 / (Math.sqrt(scale(node.input())) * scale(node.output()));
        if (!(factor >= LEAST_ROOT_FACTOR && factor < LARGEST_FACTOR)) {
            refuse("1 / (root of input scale * output scale)", factor, "from 2^-10 to 2^30");
        }
    }

    private void ratio() {
        factor("input scale / output scale", scale(node.input()) / scale(node.output()));
    }

    private void factor(String what, double factor) {
        if (!(factor >= 0 && factor < LARGEST_FACTOR)) {
            refuse(what, factor, "below 2^30");
        }
    }

    private void refuse(String what, double found, String expected) {
        node.error("TFL-59", what + " is " + found + ", expected " + expected, "quantize the model again");
    }

    private static double scale(Tensor tensor) {
        return QuantizationRules.scales(tensor).getFirst();
    }
}
