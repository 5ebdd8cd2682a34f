package dev.mote.model.interpreter;

import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.WindowGeometry;

/**
 * float32 convolution. Weights are turned to [kh, kw, depth, outC], so that the inner loop runs over output channels, which Java's
 * compiler turns into vector instructions.
 */
final class ConvFloat {
    private final FloatLayer.Conv2d layer;
    private final WindowGeometry g;
    private final float[] weights;
    private final float[] bias;
    private final int depth;

    ConvFloat(FloatLayer.Conv2d layer) {
        this.layer = layer;
        this.g = layer.geometry();
        this.bias = layer.bias().floats();
        this.depth = g.inputC() / layer.groups();
        this.weights = outputChannelsLast(layer.weights().floats(), g.outputC());
    }

    static float[] outputChannelsLast(float[] weights, int outputs) {
        int taps = weights.length / outputs;
        float[] turned = new float[weights.length];
        for (int oc = 0; oc < outputs; oc++) {
            for (int tap = 0; tap < taps; tap++) {
                turned[tap * outputs + oc] = weights[oc * taps + tap];
            }
        }
        return turned;
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
                tap(in, pixel, (ky * g.kernelW() + kx) * depth * g.outputC(), acc);
            }
        }
    }

    /** Adds the products of one input pixel; each group of output channels reads its own input channels. */
    private void tap(float[] in, int pixel, int tap, float[] acc) {
        int filters = g.outputC() / layer.groups();
        for (int group = 0; group < layer.groups(); group++) {
            for (int c = 0; c < depth; c++) {
                float value = in[pixel + group * depth + c];
                int row = tap + c * g.outputC();
                for (int oc = group * filters; oc < (group + 1) * filters; oc++) {
                    acc[oc] += value * weights[row + oc];
                }
            }
        }
    }
}
