package dev.mote.model.interpreter;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.WindowGeometry;

/** float32 max, average and L2 pooling over the part of the window that lies inside the input. */
final class PoolFloat {
    private PoolFloat() {}

    static void run(FloatLayer.Pool2d layer, float[] in, float[] out) {
        WindowGeometry g = layer.geometry();
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            for (int c = 0; c < g.outputC(); c++) {
                float value =
                        switch (layer.kind()) {
                            case MAX -> max(taps, g, in, n, y, x, c);
                            case AVERAGE -> sum(taps, g, in, n, y, x, c) / taps.count();
                            case L2 -> (float) Math.sqrt(squares(taps, g, in, n, y, x, c) / taps.count());
                        };
                out[index + c] = ElementwiseFloat.activate(value, layer.activation());
            }
        });
    }

    private static float max(Taps taps, WindowGeometry g, float[] in, int n, int y, int x, int c) {
        float max = Float.NEGATIVE_INFINITY;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                max = Math.max(max, in[Taps.pixel(g, n, y, x, ky, kx) + c]);
            }
        }
        return max;
    }

    private static float squares(Taps taps, WindowGeometry g, float[] in, int n, int y, int x, int c) {
        float sum = 0;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                float value = in[Taps.pixel(g, n, y, x, ky, kx) + c];
                sum += value * value;
            }
        }
        return sum;
    }

    private static float sum(Taps taps, WindowGeometry g, float[] in, int n, int y, int x, int c) {
        float sum = 0;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                sum += in[Taps.pixel(g, n, y, x, ky, kx) + c];
            }
        }
        return sum;
    }
}
