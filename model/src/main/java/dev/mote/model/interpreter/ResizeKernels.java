package dev.mote.model.interpreter;

import dev.mote.model.graph.Resampling;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.MovementLayer;
import dev.mote.model.lowered.MovementLayer.Blocks;
import dev.mote.model.lowered.Resize;

/** Kernels that change the size of images. */
final class ResizeKernels {
    private static final int BITS = Resampling.FRACTION_BITS;
    private static final int ONE = 1 << BITS;

    private ResizeKernels() {}

    static void resample(MovementLayer.Resample layer, Object in, Object out) {
        int target = 0;
        for (int batch = 0; batch < layer.batches(); batch++) {
            for (int row : layer.rows()) {
                int first = (batch * layer.height() + row) * layer.width();
                for (int column : layer.columns()) {
                    System.arraycopy(in, (first + column) * layer.run(), out, target, layer.run());
                    target += layer.run();
                }
            }
        }
    }

    static void spaceToBatch(MovementLayer.SpaceToBatch layer, TensorBuffer in, TensorBuffer out) {
        MovementKernels.fill(out, layer.fill());
        Object from = in.array();
        Object to = out.array();
        eachPixel(
                layer.blocks(),
                (image, phase) ->
                        System.arraycopy(from, image, to, phase, layer.blocks().run()));
    }

    static void batchToSpace(MovementLayer.BatchToSpace layer, Object in, Object out) {
        eachPixel(
                layer.blocks(),
                (image, phase) ->
                        System.arraycopy(in, phase, out, image, layer.blocks().run()));
    }

    /** Takes the first element of a pixel in the images and in their phases. */
    @FunctionalInterface
    private interface Pixel {
        void at(int image, int phase);
    }

    private static void eachPixel(Blocks blocks, Pixel pixel) {
        for (int i = 0; i < blocks.images() * blocks.height() * blocks.width(); i++) {
            int x = i % blocks.width() + blocks.left();
            int y = i / blocks.width() % blocks.height() + blocks.top();
            int image = i / blocks.width() / blocks.height();
            int phase = y % blocks.blockHeight() * blocks.blockWidth() + x % blocks.blockWidth();
            int row = (phase * blocks.images() + image) * blocks.phaseHeight() + y / blocks.blockHeight();
            int position = row * blocks.phaseWidth() + x / blocks.blockWidth();
            pixel.at(i * blocks.run(), position * blocks.run());
        }
    }

    /** |position - lower| is at most 1 pixel and a half, so that products of 8 + 2 * 11 bits fit. */
    static void bilinear(Int8Layer.ResizeBilinear layer, byte[] in, byte[] out) {
        Resize resize = layer.resize();
        int target = 0;
        for (int batch = 0; batch < resize.batches(); batch++) {
            for (int y = 0; y < resize.outputHeight(); y++) {
                int row = Resampling.fixedPosition(y, layer.rowScale(), resize.halfPixelCenters());
                int top = Math.max(row / ONE, 0);
                int bottom = Math.min((row + ONE - 1) / ONE, resize.height() - 1);
                int down = row - top * ONE;
                for (int x = 0; x < resize.outputWidth(); x++) {
                    int column = Resampling.fixedPosition(x, layer.columnScale(), resize.halfPixelCenters());
                    int left = Math.max(column / ONE, 0);
                    int right = Math.min((column + ONE - 1) / ONE, resize.width() - 1);
                    int across = column - left * ONE;
                    for (int c = 0; c < resize.channels(); c++) {
                        int sum = in[at(resize, batch, top, left, c)] * (ONE - down) * (ONE - across)
                                + in[at(resize, batch, bottom, left, c)] * down * (ONE - across)
                                + in[at(resize, batch, top, right, c)] * (ONE - down) * across
                                + in[at(resize, batch, bottom, right, c)] * down * across;
                        int half = sum > 0 ? 1 << 2 * BITS - 1 : -(1 << 2 * BITS - 1);
                        out[target++] = (byte) ((sum + half) / (1 << 2 * BITS));
                    }
                }
            }
        }
    }

    static void bilinear(FloatLayer.ResizeBilinear layer, float[] in, float[] out) {
        Resize resize = layer.resize();
        int target = 0;
        for (int batch = 0; batch < resize.batches(); batch++) {
            for (int y = 0; y < resize.outputHeight(); y++) {
                float row = position(y, layer.rowScale(), resize.halfPixelCenters());
                int top = Math.max((int) Math.floor(row), 0);
                int bottom = Math.min((int) Math.ceil(row), resize.height() - 1);
                float down = row - top;
                for (int x = 0; x < resize.outputWidth(); x++) {
                    float column = position(x, layer.columnScale(), resize.halfPixelCenters());
                    int left = Math.max((int) Math.floor(column), 0);
                    int right = Math.min((int) Math.ceil(column), resize.width() - 1);
                    float across = column - left;
                    for (int c = 0; c < resize.channels(); c++) {
                        out[target++] = in[at(resize, batch, top, left, c)] * (1 - down) * (1 - across)
                                + in[at(resize, batch, bottom, left, c)] * down * (1 - across)
                                + in[at(resize, batch, top, right, c)] * (1 - down) * across
                                + in[at(resize, batch, bottom, right, c)] * down * across;
                    }
                }
            }
        }
    }

    private static float position(int i, float scale, boolean halfPixelCenters) {
        return halfPixelCenters ? (i + 0.5f) * scale - 0.5f : i * scale;
    }

    private static int at(Resize resize, int batch, int y, int x, int c) {
        return ((batch * resize.height() + y) * resize.width() + x) * resize.channels() + c;
    }
}
