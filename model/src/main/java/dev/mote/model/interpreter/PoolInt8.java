package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;

/** int8 max and average pooling over the part of the window that lies inside the input. */
final class PoolInt8 {
    private PoolInt8() {}

    static void run(Int8Layer.Pool2d layer, byte[] in, byte[] out) {
        WindowGeometry g = layer.geometry();
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            for (int c = 0; c < g.outputC(); c++) {
                int value =
                        switch (layer.kind()) {
                            case MAX -> max(taps, g, in, n, y, x, c);
                            case AVERAGE -> average(taps, g, in, n, y, x, c);
                            case L2 -> throw new IllegalStateException("L2_POOL_2D has no int8 kernel");
                        };
                out[index + c] = FixedPoint.clamp(
                        value, layer.range().min(), layer.range().max());
            }
        });
    }

    private static int max(Taps taps, WindowGeometry g, byte[] in, int n, int y, int x, int c) {
        int max = Byte.MIN_VALUE;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                max = Math.max(max, in[Taps.pixel(g, n, y, x, ky, kx) + c]);
            }
        }
        return max;
    }

    private static int average(Taps taps, WindowGeometry g, byte[] in, int n, int y, int x, int c) {
        int sum = 0;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                sum += in[Taps.pixel(g, n, y, x, ky, kx) + c];
            }
        }
        int count = taps.count();
        return (sum > 0 ? sum + count / 2 : sum - count / 2) / count;
    }
}
