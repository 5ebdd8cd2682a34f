package dev.mote.model.graph;

/** Activation fused into an operator, in the order of the schema's {@code ActivationFunctionType}. */
public enum Activation {
    NONE(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY),
    RELU(0, Float.POSITIVE_INFINITY),
    RELU_N1_TO_1(-1, 1),
    RELU6(0, 6);

    private final float min;
    private final float max;

    Activation(float min, float max) {
        this.min = min;
        this.max = max;
    }

    /** Lower clamp as a real number. */
    public float min() {
        return min;
    }

    /** Upper clamp as a real number. */
    public float max() {
        return max;
    }
}
