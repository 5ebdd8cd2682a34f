package dev.mote.model.interpreter.vector;

import jdk.incubator.vector.FloatVector;

/**
 * The inner loops of a convolution: the sums of a few pixels for one or two vectors of output channels stay in registers, while values
 * and weights stream by. Each value is used for all channels, each weight for all pixels. The methods are long because only local
 * variables stay in registers.
 */
final class ConvTile {
    /** Pixels that are worked on at once. */
    static final int PIXELS = 8;

    private static final int LANES = Lanes.COUNT;

    /** Processors with vectors of 8 lanes have 16 registers, too few for 16 sums. */
    private static final boolean MANY_REGISTERS = LANES != 8;

    private final float[] in;
    private final int[] windows;
    private final float[] sums;
    private final int channels;

    /**
     * @param in the padded input
     * @param windows index of each pixel's first value
     * @param sums for {@link #PIXELS} pixels of {@code channels} values, and a vector of slack
     */
    ConvTile(float[] in, int[] windows, float[] sums, int channels) {
        this.in = in;
        this.windows = windows;
        this.sums = sums;
        this.channels = channels;
    }

    /** Sums of eight pixels from {@code pixel} on. */
    void eight(FilterBlock block, int pixel) {
        if (!block.isPair()) {
            eightByOne(block, pixel);
        } else if (MANY_REGISTERS) {
            eightByTwo(block, pixel);
        } else {
            fourByTwo(block, pixel, 0);
            fourByTwo(block, pixel + 4, 4);
        }
    }

    /** Sums of one pixel. */
    void one(FilterBlock block, int pixel) {
        if (block.isPair()) {
            oneByTwo(block, pixel);
        } else {
            oneByOne(block, pixel);
        }
    }

    private static FloatVector times(FloatVector weights, float value, FloatVector sum) {
        return weights.fma(FloatVector.broadcast(Lanes.FLOATS, value), sum);
    }

    private void store(FloatVector sum, FilterBlock block, int channel, int row) {
        sum.intoArray(sums, block.plane() + row * channels + channel);
    }

    private void eightByOne(FilterBlock block, int pixel) {
        float[] in = this.in;
        float[] weights = block.weights();
        FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
        FloatVector s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        int w = 0;
        int[] starts = block.runs().starts();
        for (int run = 0; run < starts.length; run++) {
            int i0 = windows[pixel] + starts[run];
            int i1 = windows[pixel + 1] + starts[run];
            int i2 = windows[pixel + 2] + starts[run];
            int i3 = windows[pixel + 3] + starts[run];
            int i4 = windows[pixel + 4] + starts[run];
            int i5 = windows[pixel + 5] + starts[run];
            int i6 = windows[pixel + 6] + starts[run];
            int i7 = windows[pixel + 7] + starts[run];
            int length = block.runs().lengths()[run];
            for (int k = 0; k < length; k++) {
                FloatVector a = FloatVector.fromArray(Lanes.FLOATS, weights, w + k * LANES);
                s0 = times(a, in[i0 + k], s0);
                s1 = times(a, in[i1 + k], s1);
                s2 = times(a, in[i2 + k], s2);
                s3 = times(a, in[i3 + k], s3);
                s4 = times(a, in[i4 + k], s4);
                s5 = times(a, in[i5 + k], s5);
                s6 = times(a, in[i6 + k], s6);
                s7 = times(a, in[i7 + k], s7);
            }
            w += length * LANES;
        }
        // In this order: where there are fewer channels than lanes, each store repairs what the one before wrote too
        // much.
        store(s0, block, block.first(), 0);
        store(s1, block, block.first(), 1);
        store(s2, block, block.first(), 2);
        store(s3, block, block.first(), 3);
        store(s4, block, block.first(), 4);
        store(s5, block, block.first(), 5);
        store(s6, block, block.first(), 6);
        store(s7, block, block.first(), 7);
    }

    private void eightByTwo(FilterBlock block, int pixel) {
        float[] in = this.in;
        float[] weights = block.weights();
        FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
        FloatVector s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        FloatVector t0 = s0, t1 = s0, t2 = s0, t3 = s0, t4 = s0, t5 = s0, t6 = s0, t7 = s0;
        int w = 0;
        int[] starts = block.runs().starts();
        for (int run = 0; run < starts.length; run++) {
            int i0 = windows[pixel] + starts[run];
            int i1 = windows[pixel + 1] + starts[run];
            int i2 = windows[pixel + 2] + starts[run];
            int i3 = windows[pixel + 3] + starts[run];
            int i4 = windows[pixel + 4] + starts[run];
            int i5 = windows[pixel + 5] + starts[run];
            int i6 = windows[pixel + 6] + starts[run];
            int i7 = windows[pixel + 7] + starts[run];
            int length = block.runs().lengths()[run];
            for (int k = 0; k < length; k++) {
                FloatVector a = FloatVector.fromArray(Lanes.FLOATS, weights, w + k * 2 * LANES);
                FloatVector b = FloatVector.fromArray(Lanes.FLOATS, weights, w + k * 2 * LANES + LANES);
                s0 = times(a, in[i0 + k], s0);
                t0 = times(b, in[i0 + k], t0);
                s1 = times(a, in[i1 + k], s1);
                t1 = times(b, in[i1 + k], t1);
                s2 = times(a, in[i2 + k], s2);
                t2 = times(b, in[i2 + k], t2);
                s3 = times(a, in[i3 + k], s3);
                t3 = times(b, in[i3 + k], t3);
                s4 = times(a, in[i4 + k], s4);
                t4 = times(b, in[i4 + k], t4);
                s5 = times(a, in[i5 + k], s5);
                t5 = times(b, in[i5 + k], t5);
                s6 = times(a, in[i6 + k], s6);
                t6 = times(b, in[i6 + k], t6);
                s7 = times(a, in[i7 + k], s7);
                t7 = times(b, in[i7 + k], t7);
            }
            w += length * 2 * LANES;
        }
        store(s0, block, block.first(), 0);
        store(s1, block, block.first(), 1);
        store(s2, block, block.first(), 2);
        store(s3, block, block.first(), 3);
        store(s4, block, block.first(), 4);
        store(s5, block, block.first(), 5);
        store(s6, block, block.first(), 6);
        store(s7, block, block.first(), 7);
        store(t0, block, block.second(), 0);
        store(t1, block, block.second(), 1);
        store(t2, block, block.second(), 2);
        store(t3, block, block.second(), 3);
        store(t4, block, block.second(), 4);
        store(t5, block, block.second(), 5);
        store(t6, block, block.second(), 6);
        store(t7, block, block.second(), 7);
    }

    /** @param row of the first pixel in the sums */
    private void fourByTwo(FilterBlock block, int pixel, int row) {
        float[] in = this.in;
        float[] weights = block.weights();
        FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
        FloatVector s1 = s0, s2 = s0, s3 = s0;
        FloatVector t0 = s0, t1 = s0, t2 = s0, t3 = s0;
        int w = 0;
        int[] starts = block.runs().starts();
        for (int run = 0; run < starts.length; run++) {
            int i0 = windows[pixel] + starts[run];
            int i1 = windows[pixel + 1] + starts[run];
            int i2 = windows[pixel + 2] + starts[run];
            int i3 = windows[pixel + 3] + starts[run];
            int length = block.runs().lengths()[run];
            for (int k = 0; k < length; k++) {
                FloatVector a = FloatVector.fromArray(Lanes.FLOATS, weights, w + k * 2 * LANES);
                FloatVector b = FloatVector.fromArray(Lanes.FLOATS, weights, w + k * 2 * LANES + LANES);
                s0 = times(a, in[i0 + k], s0);
                t0 = times(b, in[i0 + k], t0);
                s1 = times(a, in[i1 + k], s1);
                t1 = times(b, in[i1 + k], t1);
                s2 = times(a, in[i2 + k], s2);
                t2 = times(b, in[i2 + k], t2);
                s3 = times(a, in[i3 + k], s3);
                t3 = times(b, in[i3 + k], t3);
            }
            w += length * 2 * LANES;
        }
        store(s0, block, block.first(), row);
        store(s1, block, block.first(), row + 1);
        store(s2, block, block.first(), row + 2);
        store(s3, block, block.first(), row + 3);
        store(t0, block, block.second(), row);
        store(t1, block, block.second(), row + 1);
        store(t2, block, block.second(), row + 2);
        store(t3, block, block.second(), row + 3);
    }

    /** Values in turns to two sums a vector, which are added at last: an addition need not wait for the one before. */
    private void oneByTwo(FilterBlock block, int pixel) {
        float[] in = this.in;
        float[] weights = block.weights();
        FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
        FloatVector s1 = s0, t0 = s0, t1 = s0;
        int w = 0;
        int[] starts = block.runs().starts();
        for (int run = 0; run < starts.length; run++) {
            int i = windows[pixel] + starts[run];
            int length = block.runs().lengths()[run];
            int even = length & ~1;
            for (int k = 0; k < even; k += 2) {
                int at = w + k * 2 * LANES;
                s0 = times(FloatVector.fromArray(Lanes.FLOATS, weights, at), in[i + k], s0);
                t0 = times(FloatVector.fromArray(Lanes.FLOATS, weights, at + LANES), in[i + k], t0);
                s1 = times(FloatVector.fromArray(Lanes.FLOATS, weights, at + 2 * LANES), in[i + k + 1], s1);
                t1 = times(FloatVector.fromArray(Lanes.FLOATS, weights, at + 3 * LANES), in[i + k + 1], t1);
            }
            if (even != length) {
                int at = w + even * 2 * LANES;
                s0 = times(FloatVector.fromArray(Lanes.FLOATS, weights, at), in[i + even], s0);
                t0 = times(FloatVector.fromArray(Lanes.FLOATS, weights, at + LANES), in[i + even], t0);
            }
            w += length * 2 * LANES;
        }
        store(s0.add(s1), block, block.first(), 0);
        store(t0.add(t1), block, block.second(), 0);
    }

    private void oneByOne(FilterBlock block, int pixel) {
        float[] in = this.in;
        float[] weights = block.weights();
        FloatVector sum = FloatVector.zero(Lanes.FLOATS);
        int w = 0;
        int[] starts = block.runs().starts();
        for (int run = 0; run < starts.length; run++) {
            int i = windows[pixel] + starts[run];
            int length = block.runs().lengths()[run];
            for (int k = 0; k < length; k++) {
                sum = times(FloatVector.fromArray(Lanes.FLOATS, weights, w + k * LANES), in[i + k], sum);
            }
            w += length * LANES;
        }
        store(sum, block, block.first(), 0);
    }
}
