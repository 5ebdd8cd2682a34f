package dev.mote.model.arithmetic;

/**
 * Every rounding step of the int8 and int16 operators. The generated C has the same steps in {@code mote_arithmetic.h}; docs/arithmetic.md
 * tells each one with its source. Nothing else in Mote rounds integers.
 */
public final class FixedPoint {
    private FixedPoint() {}

    /**
     * High 32 bits of 2 * a * b, rounded to nearest, an exact half towards plus infinity; only MIN * MIN saturates.
     * Source: docs/arithmetic.md, section 1.
     */
    public static int doublingHighMultiply(int a, int b) {
        if (a == Integer.MIN_VALUE && b == Integer.MIN_VALUE) {
            return Integer.MAX_VALUE;
        }
        long product = (long) a * b;
        long nudge = product >= 0 ? 1L << 30 : 1 - (1L << 30);
        // Division truncates towards zero, a shift would not: that is what makes halves go up.
        return (int) ((product + nudge) / (1L << 31));
    }

    /** x / 2^exponent, rounded to nearest, an exact half away from zero. {@code exponent} is in [0, 31]. */
    public static int divideByPowerOfTwo(int x, int exponent) {
        int mask = (int) ((1L << exponent) - 1);
        int remainder = x & mask;
        int threshold = (mask >> 1) + (x < 0 ? 1 : 0);
        return (x >> exponent) + (remainder > threshold ? 1 : 0);
    }

    /** x * 2^exponent, saturated to int32. {@code exponent} is in [0, 30]. */
    public static int saturatingShiftLeft(int x, int exponent) {
        long shifted = (long) x << exponent;
        return Math.clamp(shifted, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /**
     * x * factor, rounded twice: after the multiplication and after the right shift. A left shift that leaves int32 wraps, as in TFLM.
     * Source: docs/arithmetic.md, section 2.
     */
    public static int requantize(int x, Multiplier factor) {
        return requantize(x, factor.multiplier(), factor.shift());
    }

    /**
     * As {@link #requantize(int, Multiplier)}.
     *
     * @param shift in [-31, 30]; positive = left
     */
    public static int requantize(int x, int multiplier, int shift) {
        int left = Math.max(shift, 0);
        int right = Math.max(-shift, 0);
        return divideByPowerOfTwo(doublingHighMultiply(x << left, multiplier), right);
    }

    /**
     * x * factor for accumulators of 64 bits: the multiplier is rounded to 16 bits first, and the product once. What leaves 64 or, in
     * the end, 32 bits wraps. Source: docs/arithmetic.md, section 9.
     *
     * @param factor below 2^7
     */
    public static int requantizeWide(long x, Multiplier factor) {
        int right = 15 - factor.shift();
        return (int) (x * factor.narrow() + (1L << (right - 1)) >> right);
    }

    /** x between min and max, both in the range of int8. */
    public static byte clamp(int x, int min, int max) {
        return (byte) Math.min(Math.max(x, min), max);
    }

    /** x between min and max, both in the range of int16. */
    public static short clampInt16(int x, int min, int max) {
        return (short) Math.min(Math.max(x, min), max);
    }

    /** C's roundf: nearest, an exact half away from zero. */
    public static int roundHalfAway(float x) {
        double magnitude = Math.floor(Math.abs((double) x) + 0.5);
        return (int) (x < 0 ? -magnitude : magnitude);
    }
}
