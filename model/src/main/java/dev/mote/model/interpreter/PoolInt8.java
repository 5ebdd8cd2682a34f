package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;

/** int8 max and average pooling over the part of the window that lies inside the input. */
final class PoolInt8 {
    private PoolInt8() {}

    static void run(Int8Layer.Pool2d layer, byte[] in, byte[] out) {
        WindowGeometry g = layer.geometry();
        int index = 0;
        for (int n = 0; n < g.batches(); n++) {
            for (int y = 0; y < g.outputH(); y++) {
                for (int x = 0; x < g.outputW(); x++) {
                    PoolWindow window = PoolWindow.at(g, y, x);
                    for (int c = 0; c < g.outputC(); c++) {
                        int value =
                                switch (layer.kind()) {
                                    case MAX -> max(window, g, in, n, c);
                                    case AVERAGE -> average(window, g, in, n, c);
                                };
                        out[index++] = FixedPoint.clamp(
                                value, layer.range().min(), layer.range().max());
                    }
                }
            }
        }
    }

    private static int max(PoolWindow window, WindowGeometry g, byte[] in, int n, int c) {
        int max = Byte.MIN_VALUE;
        for (int y = window.top(); y < window.bottom(); y++) {
            for (int x = window.left(); x < window.right(); x++) {
                max = Math.max(max, in[((n * g.inputH() + y) * g.inputW() + x) * g.inputC() + c]);
            }
        }
        return max;
    }

    private static int average(PoolWindow window, WindowGeometry g, byte[] in, int n, int c) {
        int sum = 0;
        for (int y = window.top(); y < window.bottom(); y++) {
            for (int x = window.left(); x < window.right(); x++) {
                sum += in[((n * g.inputH() + y) * g.inputW() + x) * g.inputC() + c];
            }
        }
        int count = window.count();
        return (sum > 0 ? sum + count / 2 : sum - count / 2) / count;
    }
}
