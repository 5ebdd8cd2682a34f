package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;

/** int8 depthwise convolution, the plain form. */
final class DepthwiseInt8 {
    private final Int8Layer.DepthwiseConv2d layer;
    private final WindowGeometry g;
    private final byte[] weights;
    private final int[] bias;
    private final int[] multipliers;
    private final int[] shifts;

    DepthwiseInt8(Int8Layer.DepthwiseConv2d layer) {
        this.layer = layer;
        this.g = layer.geometry();
        this.weights = layer.weights().bytes();
        this.bias = layer.bias().ints();
        this.multipliers = layer.scaling().multipliers(g.outputC());
        this.shifts = layer.scaling().shifts(g.outputC());
    }

    void run(byte[] in, byte[] out) {
        int index = 0;
        for (int n = 0; n < g.batches(); n++) {
            for (int y = 0; y < g.outputH(); y++) {
                for (int x = 0; x < g.outputW(); x++) {
                    for (int oc = 0; oc < g.outputC(); oc++) {
                        int acc = bias[oc] + sum(in, n, y, x, oc);
                        int scaled = FixedPoint.requantize(acc, multipliers[oc], shifts[oc]) + layer.outputZeroPoint();
                        out[index++] = FixedPoint.clamp(
                                scaled, layer.range().min(), layer.range().max());
                    }
                }
            }
        }
    }

    private int sum(byte[] in, int n, int y, int x, int oc) {
        int channel = oc / layer.depthMultiplier();
        int acc = 0;
        for (int ky = 0; ky < g.kernelH(); ky++) {
            int inY = y * g.strideH() - g.padTop() + ky * g.dilationH();
            if (inY < 0 || inY >= g.inputH()) {
                continue;
            }
            for (int kx = 0; kx < g.kernelW(); kx++) {
                int inX = x * g.strideW() - g.padLeft() + kx * g.dilationW();
                if (inX < 0 || inX >= g.inputW()) {
                    continue;
                }
                int value = in[((n * g.inputH() + inY) * g.inputW() + inX) * g.inputC() + channel];
                acc += (value - layer.inputZeroPoint()) * weights[(ky * g.kernelW() + kx) * g.outputC() + oc];
            }
        }
        return acc;
    }
}
