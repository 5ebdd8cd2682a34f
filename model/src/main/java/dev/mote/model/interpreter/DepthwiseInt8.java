package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;

/** int8 depthwise convolution, the plain form. */
final class DepthwiseInt8 {
    private final WindowGeometry g;
    private final byte[] weights;
    private final OutputStage stage;
    private final int zeroPoint;
    private final int depthMultiplier;

    DepthwiseInt8(Int8Layer.DepthwiseConv2d layer) {
        this.g = layer.geometry();
        this.weights = layer.weights().bytes();
        this.stage = new OutputStage(layer.bias(), layer.scaling(), layer.outputZeroPoint(), layer.range());
        this.zeroPoint = layer.inputZeroPoint();
        this.depthMultiplier = layer.depthMultiplier();
    }

    void run(byte[] in, byte[] out) {
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            for (int oc = 0; oc < g.outputC(); oc++) {
                out[index + oc] = stage.finish(oc, sum(in, n, y, x, taps, oc));
            }
        });
    }

    private int sum(byte[] in, int n, int y, int x, Taps taps, int oc) {
        int channel = oc / depthMultiplier;
        int acc = 0;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                int value = in[Taps.pixel(g, n, y, x, ky, kx) + channel];
                acc += (value - zeroPoint) * weights[(ky * g.kernelW() + kx) * g.outputC() + oc];
            }
        }
        return acc;
    }
}
