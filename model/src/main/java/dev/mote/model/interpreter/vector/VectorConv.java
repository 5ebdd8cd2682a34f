package dev.mote.model.interpreter.vector;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.ArrayList;
import java.util.List;

/**
 * int8 convolution in float32: every product and sum of the kind is an integer below 2^24, so float32 holds it exactly, in any order. The
 * input zero point is in the bias: bias - zeroPoint * sum(weights).
 */
final class VectorConv implements VectorKernel {
    /** Products of two int8 values, at most 2^14 each, whose sum stays within 2^24. */
    private static final int EXACT_PRODUCTS = 1 << 10;

    /** Pixels at the end that are not worth a whole tile. */
    private static final int FEW_PIXELS = 2;

    private final int pixels;
    private final int channels;
    private final PaddedInput input;
    private final int[] windows;
    private final List<FilterBlock> blocks;
    private final int parts;
    private final VectorOutputStage stage;

    /** @param layer with one group */
    VectorConv(Int8Layer.Conv2d layer) {
        WindowGeometry g = layer.geometry();
        byte[] weights = layer.weights().bytes();
        int filterSize = weights.length / g.outputC();
        this.pixels = g.outputPixels();
        this.channels = g.outputC();
        this.input = new PaddedInput(g, 1, layer.inputZeroPoint());
        this.windows = input.windows(ConvTile.PIXELS - 1);
        List<WindowRuns> runs = WindowRuns.of(g, input, exactLength(weights, filterSize));
        this.parts = runs.size();
        this.blocks = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            blocks.addAll(FilterBlock.of(runs.get(part), weights, filterSize, part * plane()));
        }
        int[] bias = Weights.foldZeroPoint(layer.bias().ints(), weights, filterSize, layer.inputZeroPoint());
        this.stage = new VectorOutputStage(bias, layer.scaling(), layer.outputZeroPoint(), layer.range());
    }

    /** How many values may be summed in float32: all of them if the weights of no channel are too large. */
    private static int exactLength(byte[] weights, int filterSize) {
        return Weights.areExactInFloat(weights, filterSize) ? filterSize : EXACT_PRODUCTS;
    }

    /** Sums of one part: those of a tile, and slack for the last store. */
    private int plane() {
        return ConvTile.PIXELS * channels + Lanes.COUNT;
    }

    @Override
    public void run(byte[] in, byte[] out, Scratch scratch) {
        float[] padded = scratch.inputs(input.length());
        float[] sums = scratch.sums(parts * plane());
        input.fill(in, padded);
        ConvTile tile = new ConvTile(padded, windows, sums, channels);
        int pixel = 0;
        for (; pixel < pixels - FEW_PIXELS; pixel += ConvTile.PIXELS) {
            for (FilterBlock block : blocks) {
                tile.eight(block, pixel);
            }
            finish(sums, out, pixel, Math.min(ConvTile.PIXELS, pixels - pixel));
        }
        for (; pixel < pixels; pixel++) {
            for (FilterBlock block : blocks) {
                tile.one(block, pixel);
            }
            finish(sums, out, pixel, 1);
        }
    }

    private void finish(float[] sums, byte[] out, int pixel, int count) {
        stage.finish(sums, parts, plane(), out, pixel * channels, count * channels);
    }
}
