package dev.mote.trainer.recipe;

import java.util.Objects;

/** How the weights of a layer start, and what they cost. Biases start at 0. */
public record WeightOptions(Initializer kernelInitializer, Regularizer kernelRegularizer, Regularizer biasRegularizer) {
    /** Keras'. */
    public static final WeightOptions DEFAULT =
            new WeightOptions(Initializer.GLOROT_UNIFORM, Regularizer.NONE, Regularizer.NONE);

    public WeightOptions {
        Objects.requireNonNull(kernelInitializer);
        Objects.requireNonNull(kernelRegularizer);
        Objects.requireNonNull(biasRegularizer);
    }
}
