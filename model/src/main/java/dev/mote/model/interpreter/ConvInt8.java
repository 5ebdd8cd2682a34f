package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;

/** int8 convolution, the plain form: one output element after the other. */
final class ConvInt8 {
    private final WindowGeometry g;
    private final byte[] weights;
    private final OutputStage stage;
    private final int zeroPoint;
    private final int depth;
    private final int filtersOfGroup;

    ConvInt8(Int8Layer.Conv2d layer) {
        this.g = layer.geometry();
        this.weights = layer.weights().bytes();
        this.stage = new OutputStage(layer.bias(), layer.scaling(), layer.outputZeroPoint(), layer.range());
        this.zeroPoint = layer.inputZeroPoint();
        this.depth = g.inputC() / layer.groups();
        this.filtersOfGroup = g.outputC() / layer.groups();
    }

    void run(byte[] in, byte[] out) {
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            for (int oc = 0; oc < g.outputC(); oc++) {
                out[index + oc] = stage.finish(oc, sum(in, n, y, x, taps, oc));
            }
        });
    }

    private int sum(byte[] in, int n, int y, int x, Taps taps, int oc) {
        int firstChannel = oc / filtersOfGroup * depth;
        int acc = 0;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                int pixel = Taps.pixel(g, n, y, x, ky, kx) + firstChannel;
                int filter = ((oc * g.kernelH() + ky) * g.kernelW() + kx) * depth;
                for (int c = 0; c < depth; c++) {
                    acc += (in[pixel + c] - zeroPoint) * weights[filter + c];
                }
            }
        }
        return acc;
    }
}
