package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.Arrays;

/** int8 pooling of all channels of a pixel at once: the loops over channels are such that the compiler turns them into vectors. */
final class FastPoolInt8 {
    private FastPoolInt8() {}

    static void run(Int8Layer.Pool2d layer, byte[] in, byte[] out) {
        WindowGeometry g = layer.geometry();
        int[] values = new int[g.outputC()];
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            switch (layer.kind()) {
                case MAX -> max(taps, g, in, n, y, x, values);
                case AVERAGE -> average(taps, g, in, n, y, x, values);
            }
            for (int c = 0; c < values.length; c++) {
                out[index + c] = FixedPoint.clamp(
                        values[c], layer.range().min(), layer.range().max());
            }
        });
    }

    private static void max(Taps taps, WindowGeometry g, byte[] in, int n, int y, int x, int[] values) {
        Arrays.fill(values, Byte.MIN_VALUE);
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                int pixel = Taps.pixel(g, n, y, x, ky, kx);
                for (int c = 0; c < values.length; c++) {
                    values[c] = Math.max(values[c], in[pixel + c]);
                }
            }
        }
    }

    private static void average(Taps taps, WindowGeometry g, byte[] in, int n, int y, int x, int[] values) {
        Arrays.fill(values, 0);
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                int pixel = Taps.pixel(g, n, y, x, ky, kx);
                for (int c = 0; c < values.length; c++) {
                    values[c] += in[pixel + c];
                }
            }
        }
        int count = taps.count();
        for (int c = 0; c < values.length; c++) {
            int sum = values[c];
            values[c] = (sum > 0 ? sum + count / 2 : sum - count / 2) / count;
        }
    }
}
