package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Lanes;

/** Sums of all elements up to each one, along one dimension. */
final class CumulativeSumKernels {
    private CumulativeSumKernels() {}

    static void run(Int8Layer.CumulativeSum layer, byte[] in, byte[] out) {
        Lanes lanes = layer.lanes();
        int zero = widened(layer, 0);
        for (int lane = 0; lane < lanes.outer() * lanes.inner(); lane++) {
            int sum = zero;
            for (int i = 0; i < lanes.depth(); i++) {
                int index = index(lanes, lane, i);
                int before = sum;
                sum += widened(layer, in[index]);
                int raw = FixedPoint.requantize(lanes.exclusive() ? before : sum, layer.outputFactor())
                        + layer.outputZeroPoint();
                out[index] = FixedPoint.clamp(raw, Byte.MIN_VALUE, Byte.MAX_VALUE);
            }
        }
    }

    private static int widened(Int8Layer.CumulativeSum layer, int value) {
        int shifted = (value - layer.inputZeroPoint()) * (1 << Int8Layer.CumulativeSum.SHIFT);
        return FixedPoint.requantize(shifted, layer.inputFactor());
    }

    static void run(FloatLayer.CumulativeSum layer, float[] in, float[] out) {
        Lanes lanes = layer.lanes();
        for (int lane = 0; lane < lanes.outer() * lanes.inner(); lane++) {
            float sum = 0;
            for (int i = 0; i < lanes.depth(); i++) {
                int index = index(lanes, lane, i);
                float before = sum;
                sum += in[index];
                out[index] = lanes.exclusive() ? before : sum;
            }
        }
    }

    /** Element {@code i} of a lane, in the order of the sum. */
    private static int index(Lanes lanes, int lane, int i) {
        int position = lanes.reverse() ? lanes.depth() - 1 - i : i;
        int outer = lane / lanes.inner();
        return (outer * lanes.depth() + position) * lanes.inner() + lane % lanes.inner();
    }
}
