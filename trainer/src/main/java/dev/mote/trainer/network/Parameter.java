package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Initializer;
import dev.mote.trainer.recipe.Regularizer;

/**
 * One array of weights.
 *
 * @param name stage and role: {@code conv2d_1/kernel}
 * @param shape in TensorFlow's order
 * @param initial where training starts
 * @param regularizer what its values add to the loss
 */
public record Parameter(String name, Shape shape, Initializer initial, Regularizer regularizer) {
    Parameter(String name, Shape shape, Initializer initial) {
        this(name, shape, initial, Regularizer.NONE);
    }

    /** What inputs are multiplied by: no bias, and nothing of a normalization. */
    public boolean isKernel() {
        return name.endsWith("kernel");
    }

    /** Moving averages follow the data, not the gradient. */
    public boolean isTrainable() {
        return !name.contains("/moving_");
    }
}
