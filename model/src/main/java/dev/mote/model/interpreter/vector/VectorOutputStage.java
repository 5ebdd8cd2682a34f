package dev.mote.model.interpreter.vector;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/**
 * From accumulators to int8, {@link Lanes#COUNT} at once: clamp(requantize(bias + sum) + zeroPoint). The accumulators lie pixel after
 * pixel, so a vector may begin at any channel and reach into the next pixels: the tables repeat behind the last channel.
 */
final class VectorOutputStage {
    private final int channels;
    private final int[] bias;
    private final int[] multipliers;
    private final int[] left;
    private final int[] right;
    private final int[] masks;
    private final boolean shiftsLeft;
    private final int zeroPoint;
    private final int min;
    private final int max;

    /** @param bias one a channel, with all that the sums lack */
    VectorOutputStage(int[] bias, ChannelScaling scaling, int zeroPoint, Int8Layer.Range range) {
        int[] shifts = scaling.shifts(bias.length);
        this.channels = bias.length;
        this.bias = repeated(bias);
        this.multipliers = repeated(scaling.multipliers(bias.length));
        this.left =
                repeated(Arrays.stream(shifts).map(shift -> Math.max(shift, 0)).toArray());
        this.right =
                repeated(Arrays.stream(shifts).map(shift -> Math.max(-shift, 0)).toArray());
        this.masks =
                Arrays.stream(right).map(shift -> (int) ((1L << shift) - 1)).toArray();
        this.shiftsLeft = Arrays.stream(shifts).anyMatch(shift -> shift > 0);
        this.zeroPoint = zeroPoint;
        this.min = range.min();
        this.max = range.max();
    }

    private static int[] repeated(int[] values) {
        int[] repeated = new int[values.length + Lanes.COUNT];
        Arrays.setAll(repeated, i -> values[i % values.length]);
        return repeated;
    }

    /**
     * Finishes {@code count} values, whole pixels, from {@code sums[0 ...]} to {@code out[to ...]}.
     *
     * @param sums integers; where they come in several parts, {@code plane} values apart, those are added
     */
    void finish(float[] sums, int parts, int plane, byte[] out, int to, int count) {
        if (count < Lanes.COUNT) {
            for (int i = 0; i < count; i++) {
                out[to + i] = single(sums, parts, plane, i);
            }
            return;
        }
        int step = Lanes.COUNT % channels;
        int channel = 0;
        int last = count - Lanes.COUNT;
        for (int i = 0; i <= last; i += Lanes.COUNT) {
            lanes(sums, parts, plane, i, channel, out, to);
            channel += step;
            channel -= channel >= channels ? channels : 0;
        }
        if (count % Lanes.COUNT != 0) {
            // Overlaps the vector before it, which held the same values.
            lanes(sums, parts, plane, last, last % channels, out, to);
        }
    }

    /** Returns no vector: across a call that is not inlined it would become an object. */
    private void lanes(float[] sums, int parts, int plane, int at, int channel, byte[] out, int to) {
        IntVector acc = IntVector.fromArray(Lanes.INTS, bias, channel);
        for (int part = 0; part < parts; part++) {
            FloatVector sum = FloatVector.fromArray(Lanes.FLOATS, sums, part * plane + at);
            acc = acc.add((IntVector) sum.convert(VectorOperators.F2I, 0));
        }
        if (shiftsLeft) {
            acc = acc.lanewise(VectorOperators.LSHL, IntVector.fromArray(Lanes.INTS, left, channel));
        }
        IntVector scaled = LaneArithmetic.divideByPowerOfTwo(
                LaneArithmetic.doublingHighMultiply(acc, IntVector.fromArray(Lanes.INTS, multipliers, channel)),
                IntVector.fromArray(Lanes.INTS, right, channel),
                IntVector.fromArray(Lanes.INTS, masks, channel));
        Lanes.store(scaled.add(zeroPoint).max(min).min(max), out, to + at);
    }

    private byte single(float[] sums, int parts, int plane, int at) {
        int channel = at % channels;
        int acc = bias[channel];
        for (int part = 0; part < parts; part++) {
            acc += (int) sums[part * plane + at];
        }
        int scaled = FixedPoint.requantize(acc, multipliers[channel], left[channel] - right[channel]);
        return FixedPoint.clamp(scaled + zeroPoint, min, max);
    }
}
