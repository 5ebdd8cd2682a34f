package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Reduction;
import java.util.Arrays;
import java.util.Collections;

/** int8 sum or mean over neighbouring dimensions: whole rows are added, which the compiler turns into vectors. */
final class FastSumInt8 {
    private final Int8Layer.Sum layer;
    private final int outer;
    private final int count;
    private final int inner;

    /** @param layer that {@link #fits} */
    FastSumInt8(Int8Layer.Sum layer) {
        Reduction reduction = layer.reduction();
        int place = reduction.reduced().indexOf(true);
        this.layer = layer;
        this.outer = place == 0 ? 1 : reduction.dimensions().getFirst();
        this.count = reduction.dimensions().get(place);
        this.inner = place == reduction.dimensions().size() - 1
                ? 1
                : reduction.dimensions().getLast();
    }

    /** Whether one run of dimensions is summed over; what lies before and behind is kept. */
    static boolean fits(Int8Layer.Sum layer) {
        return Collections.frequency(layer.reduction().reduced(), true) == 1;
    }

    void run(byte[] in, byte[] out) {
        int[] sums = new int[inner];
        int offset = layer.inputZeroPoint() * count;
        for (int o = 0; o < outer; o++) {
            Arrays.fill(sums, 0);
            for (int row = o * count; row < (o + 1) * count; row++) {
                for (int c = 0; c < inner; c++) {
                    sums[c] += in[row * inner + c];
                }
            }
            for (int c = 0; c < inner; c++) {
                int scaled = FixedPoint.requantize(sums[c] - offset, layer.factor()) + layer.outputZeroPoint();
                out[o * inner + c] = FixedPoint.clamp(scaled, Byte.MIN_VALUE, Byte.MAX_VALUE);
            }
        }
    }
}
