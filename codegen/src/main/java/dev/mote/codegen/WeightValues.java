package dev.mote.codegen;

import dev.mote.model.graph.TensorData;

/** Weights as the kernels want them. */
final class WeightValues {
    /** Most products that are sure to fit a sum of 32 bits: 128 * 128 * 131071 is just below 2^31. */
    static final int MOST_PRODUCTS = (1 << 17) - 1;

    private WeightValues() {}

    static int[] int8(TensorData data) {
        int[] values = new int[data.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.int8(i);
        }
        return values;
    }

    /**
     * bias[c] - inputZeroPoint * sum(weights[c]), so that kernels need not subtract the zero point from every input. It wraps at 32
     * bits as the accumulator does, so that the sum in the end is the same.
     *
     * @param weights each channel's in one piece
     */
    static int[] foldZeroPoint(int[] bias, int[] weights, int inputZeroPoint) {
        int length = weights.length / bias.length;
        int[] folded = bias.clone();
        for (int i = 0; i < weights.length; i++) {
            folded[i / length] -= inputZeroPoint * weights[i];
        }
        return folded;
    }

    /** As {@link #foldZeroPoint(int[], int[], int)}, at 64 bits. */
    static long[] foldZeroPoint(long[] bias, int[] weights, int inputZeroPoint) {
        int length = weights.length / bias.length;
        long[] folded = bias.clone();
        for (int i = 0; i < weights.length; i++) {
            folded[i / length] -= (long) inputZeroPoint * weights[i];
        }
        return folded;
    }

    /** [channels, kh, kw] -> [kh, kw, channels]. */
    static int[] channelsLast(int[] weights, int channels) {
        return channelsFirst(weights, weights.length / channels);
    }

    /** [kh, kw, channels] -> [channels, kh, kw]. */
    static int[] channelsFirst(int[] weights, int channels) {
        int positions = weights.length / channels;
        int[] transposed = new int[weights.length];
        for (int position = 0; position < positions; position++) {
            for (int channel = 0; channel < channels; channel++) {
                transposed[channel * positions + position] = weights[position * channels + channel];
            }
        }
        return transposed;
    }
}
