package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;

/**
 * One array of weights.
 *
 * @param name stage and role: {@code conv2d_1/kernel}
 * @param shape in TensorFlow's order
 */
public record Parameter(String name, Shape shape, Initial initial) {
    /** Where training starts. */
    public enum Initial {
        /** Uniform in +-sqrt(6 / (fan in + fan out)), as Keras. */
        GLOROT_UNIFORM,
        ZEROS,
        ONES
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
