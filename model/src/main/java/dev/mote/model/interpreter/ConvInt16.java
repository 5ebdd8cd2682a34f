package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.WindowGeometry;

/** int16 convolution, the plain form: one output element after the other. */
final class ConvInt16 {
    private final WindowGeometry g;
    private final byte[] weights;
    private final OutputStageInt16 stage;
    private final int depth;
    private final int filtersOfGroup;

    ConvInt16(Int16Layer.Conv2d layer) {
        this.g = layer.geometry();
        this.weights = layer.weights().bytes();
        this.stage = new OutputStageInt16(layer.stage());
        this.depth = g.inputC() / layer.groups();
        this.filtersOfGroup = g.outputC() / layer.groups();
    }

    void run(short[] in, short[] out) {
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            for (int oc = 0; oc < g.outputC(); oc++) {
                out[index + oc] = stage.finish(oc, sum(in, n, y, x, taps, oc));
            }
        });
    }

    private long sum(short[] in, int n, int y, int x, Taps taps, int oc) {
        int firstChannel = oc / filtersOfGroup * depth;
        long acc = 0;
        for (int ky = taps.firstY(); ky < taps.endY(); ky++) {
            for (int kx = taps.firstX(); kx < taps.endX(); kx++) {
                int pixel = Taps.pixel(g, n, y, x, ky, kx) + firstChannel;
                int filter = ((oc * g.kernelH() + ky) * g.kernelW() + kx) * depth;
                for (int c = 0; c < depth; c++) {
                    acc += in[pixel + c] * weights[filter + c];
                }
            }
        }
        return acc;
    }
}
