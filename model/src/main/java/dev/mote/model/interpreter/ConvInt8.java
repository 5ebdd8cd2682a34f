package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;

/** int8 convolution, the plain form: one output element after the other. */
final class ConvInt8 {
    private final Int8Layer.Conv2d layer;
    private final WindowGeometry g;
    private final byte[] weights;
    private final int[] bias;
    private final int[] multipliers;
    private final int[] shifts;

    ConvInt8(Int8Layer.Conv2d layer) {
        this.layer = layer;
        this.g = layer.geometry();
        this.weights = layer.weights().bytes();
        this.bias = layer.bias().ints();
        this.multipliers = layer.scaling().multipliers(g.outputC());
        this.shifts = layer.scaling().shifts(g.outputC());
    }

    void run(byte[] in, byte[] out) {
        int depth = g.inputC() / layer.groups();
        int filtersOfGroup = g.outputC() / layer.groups();
        int index = 0;
        for (int n = 0; n < g.batches(); n++) {
            for (int y = 0; y < g.outputH(); y++) {
                for (int x = 0; x < g.outputW(); x++) {
                    for (int oc = 0; oc < g.outputC(); oc++) {
                        int acc = bias[oc] + sum(in, n, y, x, oc, oc / filtersOfGroup * depth, depth);
                        int scaled = FixedPoint.requantize(acc, multipliers[oc], shifts[oc]) + layer.outputZeroPoint();
                        out[index++] = FixedPoint.clamp(
                                scaled, layer.range().min(), layer.range().max());
                    }
                }
            }
        }
    }

    /** Products of filter {@code oc} with the part of its window that lies inside the input. */
    private int sum(byte[] in, int n, int y, int x, int oc, int firstChannel, int depth) {
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
                int pixel = ((n * g.inputH() + inY) * g.inputW() + inX) * g.inputC() + firstChannel;
                int filter = ((oc * g.kernelH() + ky) * g.kernelW() + kx) * depth;
                acc += dot(in, pixel, filter, depth);
            }
        }
        return acc;
    }

    private int dot(byte[] in, int pixel, int filter, int depth) {
        int zeroPoint = layer.inputZeroPoint();
        int acc = 0;
        for (int c = 0; c < depth; c++) {
            acc += (in[pixel + c] - zeroPoint) * weights[filter + c];
        }
        return acc;
    }
}
