package dev.mote.model.interpreter;

import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.WindowGeometry;
import java.util.Arrays;

/** int8 transposed convolution: each output element gathers what adds to it, which gives the same sums as to scatter each input. */
final class TransposeConvInt8 {
    private final WindowGeometry g;
    private final byte[] weights;
    private final OutputStage stage;
    private final int zeroPoint;

    TransposeConvInt8(Int8Layer.TransposeConv layer) {
        this.g = layer.geometry();
        this.weights = layer.weights().bytes();
        this.stage = new OutputStage(layer.bias(), layer.scaling(), layer.outputZeroPoint(), layer.range());
        this.zeroPoint = layer.inputZeroPoint();
    }

    void run(byte[] in, byte[] out) {
        int[] sums = new int[g.outputC()];
        OutputPixels.forEach(g, (n, y, x, taps, index) -> {
            Arrays.fill(sums, 0);
            TransposedTaps.forEach(g, n, y, x, (pixel, tap) -> add(in, pixel, tap, sums));
            for (int oc = 0; oc < sums.length; oc++) {
                out[index + oc] = stage.finish(oc, sums[oc]);
            }
        });
    }

    private void add(byte[] in, int pixel, int tap, int[] sums) {
        int depth = g.inputC();
        for (int oc = 0; oc < sums.length; oc++) {
            int filter = (oc * g.kernelH() * g.kernelW() + tap) * depth;
            for (int c = 0; c < depth; c++) {
                sums[oc] += (in[pixel + c] - zeroPoint) * weights[filter + c];
            }
        }
    }
}
