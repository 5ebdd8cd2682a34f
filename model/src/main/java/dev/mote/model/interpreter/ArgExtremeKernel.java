package dev.mote.model.interpreter;

import dev.mote.model.lowered.IntegerLayer;

/** Where the greatest or the least element is. */
final class ArgExtremeKernel {
    private ArgExtremeKernel() {}

    static void run(IntegerLayer.ArgExtreme layer, TensorBuffer in, TensorBuffer out) {
        int[] indices = ((TensorBuffer.Ints) out).values();
        for (int outer = 0; outer < layer.outer(); outer++) {
            for (int inner = 0; inner < layer.inner(); inner++) {
                int first = outer * layer.axis() * layer.inner() + inner;
                indices[outer * layer.inner() + inner] = best(layer, in, first);
            }
        }
    }

    private static int best(IntegerLayer.ArgExtreme layer, TensorBuffer in, int first) {
        int best = 0;
        for (int i = 1; i < layer.axis(); i++) {
            float candidate = value(in, first + i * layer.inner());
            float current = value(in, first + best * layer.inner());
            // NaN compares as false, so it never wins; it only loses to the first number behind it.
            boolean better = layer.greatest() ? candidate > current : candidate < current;
            if (better || Float.isNaN(current) && !Float.isNaN(candidate)) {
                best = i;
            }
        }
        return best;
    }

    /** int8 fits float exactly. */
    private static float value(TensorBuffer in, int index) {
        return in instanceof TensorBuffer.Floats(float[] values)
                ? values[index]
                : ((TensorBuffer.Bytes) in).values()[index];
    }
}
