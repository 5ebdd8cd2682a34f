package dev.mote.model.interpreter.vector;

/** Working memory that the layers of one invocation use one after the other; it grows to what the largest of them needs. */
public final class Scratch {
    private float[] inputs = {};
    private float[] sums = {};
    private int[] values = {};

    /** At least {@code length} values, of any content. */
    float[] inputs(int length) {
        if (inputs.length < length) {
            inputs = new float[length];
        }
        return inputs;
    }

    /** At least {@code length} values, of any content. */
    float[] sums(int length) {
        if (sums.length < length) {
            sums = new float[length];
        }
        return sums;
    }

    /** At least {@code length} values, of any content. */
    int[] values(int length) {
        if (values.length < length) {
            values = new int[length];
        }
        return values;
    }
}
