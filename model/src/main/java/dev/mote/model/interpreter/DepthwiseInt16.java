package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.WindowGeometry;

/** int16 depthwise convolution, the plain form. */
final class DepthwiseInt16 {
    private final WindowGeometry g;
    private final byte[] weights;
    private final OutputStageInt16 stage;
    private final int depthMultiplier;

    DepthwiseInt16(Int16Layer.DepthwiseConv2d layer) {
        this.g = layer.geometry();
        this.weights = layer.weights().bytes();
        this.stage = new OutputStageInt16(layer.stage());
        this.depthMultiplier = layer.depthMultiplier();
    }

    void run(short[] in, short[] out) {
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            for (int oc = 0; oc < g.outputC(); oc++) {
                out[index + oc] = stage.finish(oc, sum(in, n, y, x, taps, oc));
            }
        });
    }

    private long sum(short[] in, int n, int y, int x, Taps taps, int oc) {
        int channel = oc / depthMultiplier;
        long acc = 0;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                int value = in[Taps.pixel(g, n, y, x, ky, kx) + channel];
                acc += value * weights[(ky * g.kernelW() + kx) * g.outputC() + oc];
            }
        }
        return acc;
    }
}
