package dev.mote.model.interpreter;

import static dev.mote.model.arithmetic.FixedPoint.divideByPowerOfTwo;
import static dev.mote.model.arithmetic.FixedPoint.doublingHighMultiply;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.FixedPointFunctions;
import dev.mote.model.lowered.Int8Layer;

/** int8 softmax in fixed point. Source: docs/arithmetic.md, section 7. */
final class SoftmaxInt8 {
    private static final int DIFFERENCE_INTEGER_BITS = 5;
    private static final int SUM_INTEGER_BITS = 12;

    private SoftmaxInt8() {}

    static void run(Int8Layer.Softmax layer, byte[] in, byte[] out) {
        for (int row = 0; row < layer.rows(); row++) {
            row(layer, in, out, row * layer.depth());
        }
    }

    private static void row(Int8Layer.Softmax layer, byte[] in, byte[] out, int start) {
        int max = Byte.MIN_VALUE;
        for (int c = 0; c < layer.depth(); c++) {
            max = Math.max(max, in[start + c]);
        }
        int sum = 0;
        for (int c = 0; c < layer.depth(); c++) {
            int difference = in[start + c] - max;
            if (difference >= layer.minDifference()) {
                sum += divideByPowerOfTwo(exp(layer, difference), SUM_INTEGER_BITS);
            }
        }
        int leadingZeros = Integer.numberOfLeadingZeros(sum);
        int reciprocal = FixedPointFunctions.reciprocalOfOnePlus((sum << leadingZeros) - Integer.MIN_VALUE);
        int exponent = SUM_INTEGER_BITS - leadingZeros + 31 - Byte.SIZE;
        for (int c = 0; c < layer.depth(); c++) {
            int difference = in[start + c] - max;
            int share = 0;
            // Whatever is divided by more than 2^31 rounds to 0.
            if (difference >= layer.minDifference() && exponent <= 31) {
                share = divideByPowerOfTwo(doublingHighMultiply(reciprocal, exp(layer, difference)), exponent);
            }
            out[start + c] = FixedPoint.clamp(share + Byte.MIN_VALUE, Byte.MIN_VALUE, Byte.MAX_VALUE);
        }
    }

    /** exp of a difference of inputs, in Q0. */
    private static int exp(Int8Layer.Softmax layer, int difference) {
        return FixedPointFunctions.expOnNegative(
                FixedPoint.requantize(difference, layer.factor()), DIFFERENCE_INTEGER_BITS);
    }
}
