package dev.mote.model.interpreter;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.WindowGeometry;

/** float32 depthwise convolution. */
final class DepthwiseFloat {
    private final FloatLayer.DepthwiseConv2d layer;
    private final WindowGeometry g;
    private final float[] weights;
    private final float[] bias;

    DepthwiseFloat(FloatLayer.DepthwiseConv2d layer) {
        this.layer = layer;
        this.g = layer.geometry();
        this.weights = layer.weights().floats();
        this.bias = layer.bias().floats();
    }

    void run(float[] in, float[] out) {
        float[] acc = new float[g.outputC()];
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            pixel(in, n, y, x, taps, acc);
            for (int oc = 0; oc < acc.length; oc++) {
                out[index + oc] = ElementwiseFloat.activate(acc[oc], layer.activation());
            }
        });
    }

    private void pixel(float[] in, int n, int y, int x, Taps taps, float[] acc) {
        System.arraycopy(bias, 0, acc, 0, acc.length);
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                int pixel = Taps.pixel(g, n, y, x, ky, kx);
                int tap = (ky * g.kernelW() + kx) * g.outputC();
                for (int oc = 0; oc < acc.length; oc++) {
                    acc[oc] += in[pixel + oc / layer.depthMultiplier()] * weights[tap + oc];
                }
            }
        }
    }
}
