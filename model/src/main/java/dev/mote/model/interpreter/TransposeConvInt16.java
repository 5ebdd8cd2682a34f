package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.Arrays;

/** int16 transposed convolution, as {@link TransposeConvInt8}. */
final class TransposeConvInt16 {
    private final WindowGeometry g;
    private final byte[] weights;
    private final OutputStageInt16 stage;

    TransposeConvInt16(Int16Layer.TransposeConv layer) {
        this.g = layer.geometry();
        this.weights = layer.weights().bytes();
        this.stage = new OutputStageInt16(layer.stage());
    }

    void run(short[] in, short[] out) {
        long[] sums = new long[g.outputC()];
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            Arrays.fill(sums, 0);
            TransposedTaps.forEach(g, n, y, x, (pixel, tap) -> add(in, pixel, tap, sums));
            for (int oc = 0; oc < sums.length; oc++) {
                out[index + oc] = stage.finish(oc, sums[oc]);
            }
        });
    }

    private void add(short[] in, int pixel, int tap, long[] sums) {
        int depth = g.inputC();
        for (int oc = 0; oc < sums.length; oc++) {
            int filter = (oc * g.kernelH() * g.kernelW() + tap) * depth;
            for (int c = 0; c < depth; c++) {
                sums[oc] += in[pixel + c] * weights[filter + c];
            }
        }
    }
}
