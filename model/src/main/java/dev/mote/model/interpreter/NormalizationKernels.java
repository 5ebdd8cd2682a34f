package dev.mote.model.interpreter;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.FixedPointFunctions;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.FloatLayer;
import dev.mote.model.lowered.Int8Layer;

/** L2_NORMALIZATION, and LOG_SOFTMAX of float32: row by row. */
final class NormalizationKernels {
    /** Output scale 1/128. */
    private static final int OUTPUT_BITS = 7;
    /** Rows of zeros stay zeros. */
    private static final float LEAST_NORM = 1e-6f;

    private NormalizationKernels() {}

    static void run(Int8Layer.L2Normalization layer, byte[] in, byte[] out) {
        for (int row = 0; row < layer.rows(); row++) {
            int start = row * layer.depth();
            int sum = 0;
            for (int c = 0; c < layer.depth(); c++) {
                int x = in[start + c] - layer.inputZeroPoint();
                sum += x * x;
            }
            Multiplier root = FixedPointFunctions.inverseRoot(sum);
            for (int c = 0; c < layer.depth(); c++) {
                int x = in[start + c] - layer.inputZeroPoint();
                int scaled = FixedPoint.requantize(x, root.multiplier(), root.shift() + OUTPUT_BITS);
                out[start + c] = FixedPoint.clamp(scaled, Byte.MIN_VALUE, Byte.MAX_VALUE);
            }
        }
    }

    static void run(FloatLayer.L2Normalization layer, float[] in, float[] out) {
        for (int row = 0; row < layer.rows(); row++) {
            int start = row * layer.depth();
            float sum = 0;
            for (int c = 0; c < layer.depth(); c++) {
                sum += in[start + c] * in[start + c];
            }
            float norm = Math.max((float) Math.sqrt(sum), LEAST_NORM);
            for (int c = 0; c < layer.depth(); c++) {
                out[start + c] = in[start + c] / norm;
            }
        }
    }

    static void run(FloatLayer.LogSoftmax layer, float[] in, float[] out) {
        for (int row = 0; row < layer.rows(); row++) {
            int start = row * layer.depth();
            float max = -Float.MAX_VALUE;
            for (int c = 0; c < layer.depth(); c++) {
                max = Math.max(max, in[start + c]);
            }
            float sum = 0;
            for (int c = 0; c < layer.depth(); c++) {
                sum += (float) Math.exp(in[start + c] - max);
            }
            float logarithm = (float) Math.log(sum);
            for (int c = 0; c < layer.depth(); c++) {
                out[start + c] = in[start + c] - max - logarithm;
            }
        }
    }
}
