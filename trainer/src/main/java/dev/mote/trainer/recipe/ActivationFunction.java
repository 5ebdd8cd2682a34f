package dev.mote.trainer.recipe;

import java.util.Objects;

/**
 * What follows a layer's sum.
 *
 * @param negativeSlope factor below zero, of {@link Kind#LEAKY_RELU} only; 0 for the others
 */
public record ActivationFunction(Kind kind, double negativeSlope) {
    /** Names are those of recipes, in lower case. */
    public enum Kind {
        LINEAR,
        RELU,
        RELU6,
        LEAKY_RELU,
        /** x, or e^x - 1 below zero. */
        ELU,
        /** {@link #SELU_SCALE} * (x, or {@link #SELU_ALPHA} * (e^x - 1) below zero). */
        SELU,
        SIGMOID,
        /** relu6(x + 3) / 6, as in Keras 3. */
        HARD_SIGMOID,
        TANH,
        /** x * sigmoid(x). */
        SWISH,
        /** x * relu6(x + 3) / 6. */
        HARD_SWISH,
        /** log(1 + e^x). */
        SOFTPLUS,
        /**
         * 1 from 0 on, else 0: Rosenblatt's unit, which fires if its sum is "equal to, or greater than, the threshold" (The Perceptron,
         * Psychological Review 65, 1958). Training takes its gradient for 1 (straight-through: Bengio, Leonard and Courville,
         * arXiv 1308.3432).
         */
        STEP,
        SOFTMAX
    }

    /** Of self-normalizing networks: Klambauer and others, arXiv 1706.02515. */
    public static final double SELU_ALPHA = 1.6732632423543772;

    public static final double SELU_SCALE = 1.0507009873554805;

    /** As in Keras 3. */
    public static final double DEFAULT_NEGATIVE_SLOPE = 0.2;

    public static final ActivationFunction LINEAR = of(Kind.LINEAR);
    public static final ActivationFunction RELU = of(Kind.RELU);
    public static final ActivationFunction RELU6 = of(Kind.RELU6);
    public static final ActivationFunction LEAKY_RELU = of(Kind.LEAKY_RELU);
    public static final ActivationFunction SIGMOID = of(Kind.SIGMOID);
    public static final ActivationFunction TANH = of(Kind.TANH);
    public static final ActivationFunction SOFTMAX = of(Kind.SOFTMAX);

    public ActivationFunction {
        Objects.requireNonNull(kind);
        if (kind == Kind.LEAKY_RELU) {
            Check.below("negative_slope", negativeSlope, 0, 1);
        } else if (negativeSlope != 0) {
            throw new InvalidValueException("negative_slope", "given, but only leaky_relu has one");
        }
    }

    public static ActivationFunction of(Kind kind) {
        return new ActivationFunction(kind, kind == Kind.LEAKY_RELU ? DEFAULT_NEGATIVE_SLOPE : 0);
    }
}
