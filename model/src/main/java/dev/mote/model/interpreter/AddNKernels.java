package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;
import java.util.List;

/** Sums of several tensors. */
final class AddNKernels {
    private AddNKernels() {}

    /** @param inputs byte arrays */
    static void run(Int8Layer.AddN layer, List<Object> inputs, byte[] out) {
        int start = -(layer.inputs() + 1) * layer.inputZeroPoint();
        for (int i = 0; i < layer.elements(); i++) {
            int sum = start;
            for (Object input : inputs) {
                sum += ((byte[]) input)[i];
            }
            int scaled = FixedPoint.requantize(sum << Int8Layer.AddN.SHIFT, layer.factor());
            out[i] = FixedPoint.clamp(scaled + layer.outputZeroPoint(), Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
    }

    /** @param inputs float arrays */
    static void run(FloatLayer.AddN layer, List<Object> inputs, float[] out) {
        for (int i = 0; i < layer.elements(); i++) {
            float sum = 0;
            for (Object input : inputs) {
                sum += ((float[]) input)[i];
            }
            out[i] = sum;
        }
    }
}
