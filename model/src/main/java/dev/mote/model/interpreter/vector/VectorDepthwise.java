package dev.mote.model.interpreter.vector;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import jdk.incubator.vector.FloatVector;

/** int8 depthwise convolution in float32, exact as {@link VectorConv} is; a vector of channels of eight pixels at once. */
final class VectorDepthwise implements VectorKernel {
    private static final int PIXELS = 8;

    private final int pixels;
    private final int channels;
    private final PaddedInput input;
    private final int[] windows;
    private final int[] taps;
    private final int[] laneStarts;

    /** [vectors of channels][taps][lanes] */
    private final float[] weights;

    private final VectorOutputStage stage;

    VectorDepthwise(Int8Layer.DepthwiseConv2d layer) {
        WindowGeometry g = layer.geometry();
        this.pixels = g.outputPixels();
        this.channels = g.outputC();
        this.input = new PaddedInput(g, layer.depthMultiplier(), layer.inputZeroPoint());
        this.windows = input.windows(PIXELS - 1);
        this.taps = taps(g, input);
        this.laneStarts = FilterBlock.laneStarts(channels);
        byte[] filters = filters(layer);
        this.weights = pack(filters);
        int[] bias = Weights.foldZeroPoint(layer.bias().ints(), filters, taps.length, layer.inputZeroPoint());
        this.stage = new VectorOutputStage(bias, layer.scaling(), layer.outputZeroPoint(), layer.range());
    }

    /** The weights as [channels][taps]. */
    static byte[] filters(Int8Layer.DepthwiseConv2d layer) {
        byte[] weights = layer.weights().bytes();
        int channels = layer.geometry().outputC();
        int taps = weights.length / channels;
        byte[] filters = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            filters[i % channels * taps + i / channels] = weights[i];
        }
        return filters;
    }

    private static int[] taps(WindowGeometry g, PaddedInput input) {
        int[] taps = new int[g.kernelH() * g.kernelW()];
        for (int i = 0; i < taps.length; i++) {
            int row = i / g.kernelW() * g.dilationH() * input.rowStride();
            taps[i] = row + i % g.kernelW() * g.dilationW() * input.channels();
        }
        return taps;
    }

    private float[] pack(byte[] filters) {
        float[] packed = new float[laneStarts.length * taps.length * Lanes.COUNT];
        int to = 0;
        for (int start : laneStarts) {
            for (int tap = 0; tap < taps.length; tap++) {
                for (int lane = 0; lane < Lanes.COUNT; lane++, to++) {
                    int channel = start + lane;
                    packed[to] = channel < channels ? filters[channel * taps.length + tap] : 0;
                }
            }
        }
        return packed;
    }

    @Override
    public void run(byte[] in, byte[] out, Scratch scratch) {
        float[] padded = scratch.inputs(input.length());
        float[] sums = scratch.sums(PIXELS * channels + Lanes.COUNT);
        input.fill(in, padded);
        for (int pixel = 0; pixel < pixels; pixel += PIXELS) {
            for (int vector = 0; vector < laneStarts.length; vector++) {
                tile(padded, pixel, vector, sums);
            }
            int count = Math.min(PIXELS, pixels - pixel);
            stage.finish(sums, 1, 0, out, pixel * channels, count * channels);
        }
    }

    private void tile(float[] in, int pixel, int vector, float[] sums) {
        int channel = laneStarts[vector];
        int w = vector * taps.length * Lanes.COUNT;
        int i0 = windows[pixel] + channel;
        int i1 = windows[pixel + 1] + channel;
        int i2 = windows[pixel + 2] + channel;
        int i3 = windows[pixel + 3] + channel;
        int i4 = windows[pixel + 4] + channel;
        int i5 = windows[pixel + 5] + channel;
        int i6 = windows[pixel + 6] + channel;
        int i7 = windows[pixel + 7] + channel;
        FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
        FloatVector s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        for (int k = 0; k < taps.length; k++) {
            int tap = taps[k];
            FloatVector a = FloatVector.fromArray(Lanes.FLOATS, weights, w + k * Lanes.COUNT);
            s0 = FloatVector.fromArray(Lanes.FLOATS, in, i0 + tap).fma(a, s0);
            s1 = FloatVector.fromArray(Lanes.FLOATS, in, i1 + tap).fma(a, s1);
            s2 = FloatVector.fromArray(Lanes.FLOATS, in, i2 + tap).fma(a, s2);
            s3 = FloatVector.fromArray(Lanes.FLOATS, in, i3 + tap).fma(a, s3);
            s4 = FloatVector.fromArray(Lanes.FLOATS, in, i4 + tap).fma(a, s4);
            s5 = FloatVector.fromArray(Lanes.FLOATS, in, i5 + tap).fma(a, s5);
            s6 = FloatVector.fromArray(Lanes.FLOATS, in, i6 + tap).fma(a, s6);
            s7 = FloatVector.fromArray(Lanes.FLOATS, in, i7 + tap).fma(a, s7);
        }
        // In this order, as in ConvTile.
        s0.intoArray(sums, channel);
        s1.intoArray(sums, channel + channels);
        s2.intoArray(sums, channel + 2 * channels);
        s3.intoArray(sums, channel + 3 * channels);
        s4.intoArray(sums, channel + 4 * channels);
        s5.intoArray(sums, channel + 5 * channels);
        s6.intoArray(sums, channel + 6 * channels);
        s7.intoArray(sums, channel + 7 * channels);
    }
}
