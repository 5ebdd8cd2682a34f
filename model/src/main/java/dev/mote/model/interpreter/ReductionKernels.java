package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;
import dev.mote.model.lowered.Reduction;
import java.util.Arrays;

/** Sums, means and extremes over any set of dimensions. */
final class ReductionKernels {
    private ReductionKernels() {}

    static void sum(Int8Layer.Sum layer, byte[] in, byte[] out) {
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

    static void sum(Int16Layer.Sum layer, short[] in, short[] out) {
        int[] sums = new int[out.length];
        int[] outputOf = outputIndices(layer.reduction());
        for (int i = 0; i < in.length; i++) {
            sums[outputOf[i]] += in[i];
        }
        int offset = layer.inputZeroPoint() * layer.reduction().count();
        for (int i = 0; i < out.length; i++) {
            int scaled = FixedPoint.requantize(sums[i] - offset, layer.factor()) + layer.outputZeroPoint();
            out[i] = FixedPoint.clampInt16(scaled, Short.MIN_VALUE, Short.MAX_VALUE);
        }
    }

    static void extreme(Int8Layer.Extreme layer, byte[] in, byte[] out) {
        int[] outputOf = outputIndices(layer.reduction());
        Arrays.fill(out, layer.greatest() ? Byte.MIN_VALUE : Byte.MAX_VALUE);
        for (int i = 0; i < in.length; i++) {
            byte best = out[outputOf[i]];
            out[outputOf[i]] = (byte) (layer.greatest() ? Math.max(best, in[i]) : Math.min(best, in[i]));
        }
    }

    static void reduce(FloatLayer.Reduce layer, float[] in, float[] out) {
        int[] outputOf = outputIndices(layer.reduction());
        Arrays.fill(out, start(layer.function()));
        for (int i = 0; i < in.length; i++) {
            out[outputOf[i]] = combine(layer.function(), out[outputOf[i]], in[i]);
        }
        if (layer.function() == ReduceFunction.MEAN) {
            for (int i = 0; i < out.length; i++) {
                out[i] /= layer.reduction().count();
            }
        }
    }

    private static float start(ReduceFunction function) {
        return switch (function) {
            case MEAN, SUM -> 0;
            case MAX -> Float.NEGATIVE_INFINITY;
            case MIN -> Float.POSITIVE_INFINITY;
        };
    }

    private static float combine(ReduceFunction function, float soFar, float next) {
        return switch (function) {
            case MEAN, SUM -> soFar + next;
            case MAX -> Math.max(soFar, next);
            case MIN -> Math.min(soFar, next);
        };
    }

    /** For each input element, the output element that it goes into. */
    static int[] outputIndices(Reduction reduction) {
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
