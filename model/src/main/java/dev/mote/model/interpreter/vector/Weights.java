package dev.mote.model.interpreter.vector;

/** Facts about int8 filters, one after the other. */
final class Weights {
    /** Largest integer up to which float32 holds all of them. */
    private static final int FLOAT_INTEGERS = 1 << 24;

    private Weights() {}

    /** Whether no sum of products of a filter with int8 values, in any order, can leave the integers that float32 holds. */
    static boolean areExactInFloat(byte[] weights, int filterSize) {
        for (int from = 0; from < weights.length; from += filterSize) {
            long magnitude = 0;
            for (int i = from; i < from + filterSize; i++) {
                magnitude += Math.abs(weights[i]);
            }
            if (magnitude * -Byte.MIN_VALUE > FLOAT_INTEGERS) {
                return false;
            }
        }
        return true;
    }

    /** bias - zeroPoint * sum(weights) for each filter; wraps, as all accumulators do. */
    static int[] foldZeroPoint(int[] bias, byte[] weights, int filterSize, int zeroPoint) {
        int[] folded = bias.clone();
        for (int i = 0; i < weights.length; i++) {
            folded[i / filterSize] -= zeroPoint * weights[i];
        }
        return folded;
    }
}
