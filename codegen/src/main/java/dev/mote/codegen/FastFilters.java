package dev.mote.codegen;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Int8Layer.Range;
import java.util.Arrays;
import java.util.Optional;

/**
 * Filters whose way from accumulators to outputs takes a few instructions: accumulators are below 2^30, so that they may be doubled,
 * and factors below 1/2 (docs/arithmetic.md, section 2). A channel whose output is the same for all inputs gets weights of 0.
 *
 * @param bias with what the input zero point adds
 * @param weights each channel's in one piece
 * @param factors one a channel
 */
record FastFilters(int[] bias, int[] weights, Multiplier[] factors) {
    private static final long BOUND = 1L << 30;
    /** 2^-7. */
    private static final Multiplier PART = new Multiplier(1 << 30, -6);

    private static final int PARTS = 1 << 7;

    /** Those of a convolution. */
    static Optional<FastFilters> of(Int8Layer.Conv2d layer) {
        int[] values = WeightValues.int8(layer.weights());
        int[] bias = WeightValues.foldZeroPoint(layer.bias().ints(), values, layer.inputZeroPoint());
        return of(bias, values, layer.scaling(), layer.outputZeroPoint(), layer.range());
    }

    /** Those of a fully connected layer. */
    static Optional<FastFilters> of(Int8Layer.FullyConnected layer) {
        int[] values = WeightValues.int8(layer.weights());
        int[] bias = WeightValues.foldZeroPoint(layer.bias().ints(), values, layer.inputZeroPoint());
        return of(bias, values, layer.scaling(), layer.outputZeroPoint(), layer.range());
    }

    /** Those of a depthwise convolution. */
    static Optional<FastFilters> of(Int8Layer.DepthwiseConv2d layer) {
        int channels = layer.geometry().outputC();
        int[] values = WeightValues.channelsFirst(WeightValues.int8(layer.weights()), channels);
        int[] bias = WeightValues.foldZeroPoint(layer.bias().ints(), values, layer.inputZeroPoint());
        return of(bias, values, layer.scaling(), layer.outputZeroPoint(), layer.range());
    }

    /**
     * The same filters for the fast way.
     *
     * @param bias with what the input zero point adds
     * @param weights each channel's in one piece
     * @param zeroPoint of the output
     * @return empty if the fast way might give something else
     */
    static Optional<FastFilters> of(int[] bias, int[] weights, ChannelScaling scaling, int zeroPoint, Range range) {
        FastFilters filters = new FastFilters(bias.clone(), weights.clone(), new Multiplier[bias.length]);
        for (int channel = 0; channel < bias.length; channel++) {
            if (!filters.set(channel, scaling.factor(channel), zeroPoint, range)) {
                return Optional.empty();
            }
        }
        return Optional.of(filters);
    }

    /** The same filters for a kernel that takes the input zero point off itself. */
    FastFilters unfolded(int inputZeroPoint) {
        return new FastFilters(WeightValues.foldZeroPoint(bias, weights, -inputZeroPoint), weights, factors);
    }

    /** Whether no factor is shifted to the right by more than {@code bits}. */
    boolean shiftsAtMost(int bits) {
        return Arrays.stream(factors).allMatch(factor -> -factor.shift() <= bits);
    }

    /** Whether the channel can go the fast way. */
    private boolean set(int channel, Multiplier factor, int zeroPoint, Range range) {
        int length = weights.length / bias.length;
        long least = bias[channel];
        long greatest = bias[channel];
        for (int i = channel * length; i < (channel + 1) * length; i++) {
            int high = weights[i] * Byte.MAX_VALUE;
            int low = weights[i] * Byte.MIN_VALUE;
            least += Math.min(high, low);
            greatest += Math.max(high, low);
        }
        if (least < Integer.MIN_VALUE
                || greatest > Integer.MAX_VALUE
                || factor.shift() >= 0 && factor.multiplier() > 0) {
            return false;
        }
        int lowest = output((int) least, factor, zeroPoint, range);
        if (lowest == output((int) greatest, factor, zeroPoint, range)) {
            Arrays.fill(weights, channel * length, (channel + 1) * length, 0);
            bias[channel] = (lowest - zeroPoint) * PARTS;
            factors[channel] = PART;
            return true;
        }
        factors[channel] = factor;
        return least > -BOUND && greatest < BOUND;
    }

    private static int output(int accumulator, Multiplier factor, int zeroPoint, Range range) {
        int scaled = FixedPoint.requantize(accumulator, factor.multiplier(), factor.shift());
        return Math.clamp((long) scaled + zeroPoint, range.min(), range.max());
    }
}
