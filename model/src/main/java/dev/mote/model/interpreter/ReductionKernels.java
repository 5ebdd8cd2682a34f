package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Reduction;

/** Means over any set of dimensions. */
final class ReductionKernels {
    private ReductionKernels() {}

    static void mean(Int8Layer.Mean layer, byte[] in, byte[] out) {
        int[] sums = new int[out.length];
        int[] outputOf = outputIndices(layer.reduction());
        for (int i = 0; i < in.length; i++) {
            sums[outputOf[i]] += in[i];
        }
        int offset = layer.inputZeroPoint() * layer.reduction().count();
        for (int i = 0; i < out.length; i++) {
            int scaled = FixedPoint.requantize(sums[i] - offset, layer.factor()) + layer.outputZeroPoint();
            out[i] = FixedPoint.clamp(scaled, Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
    }

    static void mean(FloatLayer.Mean layer, float[] in, float[] out) {
        int[] outputOf = outputIndices(layer.reduction());
        java.util.Arrays.fill(out, 0);
        for (int i = 0; i < in.length; i++) {
            out[outputOf[i]] += in[i];
        }
        for (int i = 0; i < out.length; i++) {
            out[i] /= layer.reduction().count();
        }
    }

    /** For each input element, the output element that it goes into. */
    private static int[] outputIndices(Reduction reduction) {
        int[] indices = {0};
        for (int d = 0; d < reduction.dimensions().size(); d++) {
            int dimension = reduction.dimensions().get(d);
            int[] extended = new int[indices.length * dimension];
            for (int i = 0; i < extended.length; i++) {
                int outer = indices[i / dimension];
                extended[i] = reduction.reduced().get(d) ? outer : outer * dimension + i % dimension;
            }
            indices = extended;
        }
        return indices;
    }
}
