package dev.mote.model.interpreter;

import static dev.mote.model.arithmetic.FixedPoint.divideByPowerOfTwo;
import static dev.mote.model.arithmetic.FixedPoint.doublingHighMultiply;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.FixedPointFunctions;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.Int16Layer;
import dev.mote.model.lowered.Int8Layer;

/** Softmax of int8 in fixed point, to int8 or int16. Source: docs/arithmetic.md, section 7. */
final class SoftmaxInt8 {
    private static final int DIFFERENCE_INTEGER_BITS = 5;
    private static final int SUM_INTEGER_BITS = 12;

    private final int depth;
    private final Multiplier factor;
    private final int minDifference;

    private SoftmaxInt8(int depth, Multiplier factor, int minDifference) {
        this.depth = depth;
        this.factor = factor;
        this.minDifference = minDifference;
    }

    static void run(Int8Layer.Softmax layer, byte[] in, byte[] out) {
        SoftmaxInt8 softmax = new SoftmaxInt8(layer.depth(), layer.factor(), layer.minDifference());
        int[] shares = new int[layer.depth()];
        for (int start = 0; start < in.length; start += shares.length) {
            softmax.row(in, start, Byte.SIZE, shares);
            for (int c = 0; c < shares.length; c++) {
                out[start + c] = FixedPoint.clamp(shares[c] + Byte.MIN_VALUE, Byte.MIN_VALUE, Byte.MAX_VALUE);
            }
        }
    }

    static void run(Int16Layer.SoftmaxOfInt8 layer, byte[] in, short[] out) {
        SoftmaxInt8 softmax = new SoftmaxInt8(layer.depth(), layer.factor(), layer.minDifference());
        int[] shares = new int[layer.depth()];
        for (int start = 0; start < in.length; start += shares.length) {
            softmax.row(in, start, Short.SIZE, shares);
            for (int c = 0; c < shares.length; c++) {
                out[start + c] = FixedPoint.clampInt16(shares[c] + Short.MIN_VALUE, Short.MIN_VALUE, Short.MAX_VALUE);
            }
        }
    }

    /** @param shares receives those of the row, in steps of 2^-{@code outputBits} */
    private void row(byte[] in, int start, int outputBits, int[] shares) {
        int max = Byte.MIN_VALUE;
        for (int c = 0; c < depth; c++) {
            max = Math.max(max, in[start + c]);
        }
        int sum = 0;
        for (int c = 0; c < depth; c++) {
            int difference = in[start + c] - max;
            if (difference >= minDifference) {
                sum += divideByPowerOfTwo(exp(difference), SUM_INTEGER_BITS);
            }
        }
        int leadingZeros = Integer.numberOfLeadingZeros(sum);
        int reciprocal = FixedPointFunctions.reciprocalOfOnePlus((sum << leadingZeros) - Integer.MIN_VALUE);
        int exponent = SUM_INTEGER_BITS - leadingZeros + 31 - outputBits;
        for (int c = 0; c < depth; c++) {
            int difference = in[start + c] - max;
            // Whatever is divided by more than 2^31 rounds to 0.
            boolean counts = difference >= minDifference && exponent <= 31;
            shares[c] = counts ? divideByPowerOfTwo(doublingHighMultiply(reciprocal, exp(difference)), exponent) : 0;
        }
    }

    /** exp of a difference of inputs, in Q0. */
    private int exp(int difference) {
        return FixedPointFunctions.expOnNegative(FixedPoint.requantize(difference, factor), DIFFERENCE_INTEGER_BITS);
    }
}
