package dev.mote.model.interpreter;

import static dev.mote.model.arithmetic.FixedPoint.divideByPowerOfTwo;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.FixedPointFunctions;
import dev.mote.model.lowered.Int8Layer;

/** int8 logarithm of softmax in fixed point. Source: docs/arithmetic.md, section 7. */
final class LogSoftmaxInt8 {
    private static final int DIFFERENCE_INTEGER_BITS = 5;
    private static final int SUM_INTEGER_BITS = 12;
    private static final int OUTPUT_INTEGER_BITS = 4;

    private LogSoftmaxInt8() {}

    static void run(Int8Layer.LogSoftmax layer, byte[] in, byte[] out) {
        for (int row = 0; row < layer.rows(); row++) {
            row(layer, in, out, row * layer.depth());
        }
    }

    private static void row(Int8Layer.LogSoftmax layer, byte[] in, byte[] out, int start) {
        int max = Byte.MIN_VALUE;
        for (int c = 0; c < layer.depth(); c++) {
            max = Math.max(max, in[start + c]);
        }
        int sum = 0;
        for (int c = 0; c < layer.depth(); c++) {
            int difference = in[start + c] - max;
            if (difference >= layer.minDifference()) {
                int exp = FixedPointFunctions.expOnNegative(toQ5(layer, difference), DIFFERENCE_INTEGER_BITS);
                sum += divideByPowerOfTwo(exp, SUM_INTEGER_BITS);
            }
        }
        int logarithm = FixedPointFunctions.logarithm(sum);
        // What would leave Q5 is the least output; the bound itself is such a difference.
        int beyond = Math.max(
                layer.minDifference() - 1, FixedPoint.requantize(logarithm + Integer.MIN_VALUE, layer.inverse()));
        for (int c = 0; c < layer.depth(); c++) {
            int difference = in[start + c] - max;
            out[start + c] = difference > beyond ? output(toQ5(layer, difference) - logarithm) : Byte.MIN_VALUE;
        }
    }

    private static int toQ5(Int8Layer.LogSoftmax layer, int difference) {
        return FixedPoint.requantize(difference, layer.factor());
    }

    private static byte output(int valueQ5) {
        int scaled = divideByPowerOfTwo(valueQ5, 31 - DIFFERENCE_INTEGER_BITS - OUTPUT_INTEGER_BITS);
        return FixedPoint.clamp(scaled + Byte.MAX_VALUE, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }
}
