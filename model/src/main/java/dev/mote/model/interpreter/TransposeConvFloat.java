package dev.mote.model.interpreter;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.Arrays;

/** float32 transposed convolution; the bias is added last, as in TFLM. */
final class TransposeConvFloat {
    private final FloatLayer.TransposeConv layer;
    private final WindowGeometry g;
    private final float[] weights;
    private final float[] bias;

    TransposeConvFloat(FloatLayer.TransposeConv layer) {
        this.layer = layer;
        this.g = layer.geometry();
        this.weights = layer.weights().floats();
        this.bias = layer.bias().floats();
    }

    void run(float[] in, float[] out) {
        float[] sums = new float[g.outputC()];
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            Arrays.fill(sums, 0);
            TransposedTaps.forEach(g, n, y, x, (pixel, tap) -> add(in, pixel, tap, sums));
            for (int oc = 0; oc < sums.length; oc++) {
                out[index + oc] = ElementwiseFloat.activate(sums[oc] + bias[oc], layer.activation());
            }
        });
    }

    private void add(float[] in, int pixel, int tap, float[] sums) {
        int depth = g.inputC();
        for (int oc = 0; oc < sums.length; oc++) {
            int filter = (oc * g.kernelH() * g.kernelW() + tap) * depth;
            for (int c = 0; c < depth; c++) {
                sums[oc] += in[pixel + c] * weights[filter + c];
            }
        }
    }
}
