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
        SIGMOID,
        TANH,
        SOFTMAX
    }

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
