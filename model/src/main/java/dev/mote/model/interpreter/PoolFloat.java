package dev.mote.model.interpreter;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.WindowGeometry;

/** float32 max and average pooling over the part of the window that lies inside the input. */
final class PoolFloat {
    private PoolFloat() {}

    static void run(FloatLayer.Pool2d layer, float[] in, float[] out) {
        WindowGeometry g = layer.geometry();
        int index = 0;
        for (int n = 0; n < g.batches(); n++) {
            for (int y = 0; y < g.outputH(); y++) {
                for (int x = 0; x < g.outputW(); x++) {
                    PoolWindow window = PoolWindow.at(g, y, x);
                    for (int c = 0; c < g.outputC(); c++) {
                        float value =
                                switch (layer.kind()) {
                                    case MAX -> max(window, g, in, n, c);
                                    case AVERAGE -> sum(window, g, in, n, c) / window.count();
                                };
                        out[index++] = ElementwiseFloat.activate(value, layer.activation());
                    }
                }
            }
        }
    }

    private static float max(PoolWindow window, WindowGeometry g, float[] in, int n, int c) {
        float max = Float.NEGATIVE_INFINITY;
        for (int y = window.top(); y < window.bottom(); y++) {
            for (int x = window.left(); x < window.right(); x++) {
                max = Math.max(max, in[((n * g.inputH() + y) * g.inputW() + x) * g.inputC() + c]);
            }
        }
        return max;
    }

    private static float sum(PoolWindow window, WindowGeometry g, float[] in, int n, int c) {
        float sum = 0;
        for (int y = window.top(); y < window.bottom(); y++) {
            for (int x = window.left(); x < window.right(); x++) {
                sum += in[((n * g.inputH() + y) * g.inputW() + x) * g.inputC() + c];
            }
        }
        return sum;
    }
}
