package dev.mote.model.arithmetic;

import static dev.mote.model.arithmetic.FixedPoint.divideByPowerOfTwo;
import static dev.mote.model.arithmetic.FixedPoint.doublingHighMultiply;
import static dev.mote.model.arithmetic.FixedPoint.saturatingShiftLeft;

/**
 * exp, logistic and tanh in 32-bit fixed point, and the reciprocal that softmax needs. Qm.n has m integer and n = 31 - m fractional
 * bits; the product of Qa and Qb, by {@link FixedPoint#doublingHighMultiply}, is Q(a + b).
 * Source of the polynomials and constants: docs/arithmetic.md, section 6.
 */
public final class FixedPointFunctions {
    private static final int ONE_Q0 = Integer.MAX_VALUE;
    private static final int ONE_Q2 = 1 << 29;
    private static final int ONE_Q3 = 1 << 28;
    private static final int THREE_HALVES_Q3 = (1 << 28) + (1 << 27);
    private static final int HALF_ROOT_OF_TWO = 1518500250;
    private static final int FOURTH_ROOT_OF_HALF = 1805811301;
    private static final int LOG_OF_TWO = 1488522236;
    private static final int LOGARITHM_BITS = 25;
    private static final int QUARTER_Q6 = 1 << 23;
    /** Fractional bits of {@link #reciprocalRoot}. */
    public static final int ROOT_BITS = 20;

    private static final int EXP_MINUS_EIGHTH = 1895147668;
    private static final int THIRD = 715827883;
    private static final int FORTY_EIGHT_SEVENTEENTHS_Q2 = 1515870810;
    private static final int MINUS_THIRTY_TWO_SEVENTEENTHS_Q2 = -1010580540;

    /** exp(-2^(i - 2)) in Q0, for i = 0 .. 6. */
    private static final int[] EXP_OF_MINUS_POWERS = {
        1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242
    };

    private FixedPointFunctions() {}

    /** exp(x) in Q0, for x <= 0 in Q{integerBits}. {@code integerBits} is in [0, 5]. */
    public static int expOnNegative(int x, int integerBits) {
        if (x == 0) {
            return ONE_Q0;
        }
        int fractionalBits = 31 - integerBits;
        int quarter = 1 << (fractionalBits - 2);
        int fraction = (x & (quarter - 1)) - quarter;
        int result = expOnMinusQuarterToZero(saturatingShiftLeft(fraction, integerBits));
        int quarters = fraction - x;
        for (int i = 0; i < EXP_OF_MINUS_POWERS.length && i - 2 < integerBits; i++) {
            if ((quarters & (1 << (fractionalBits + i - 2))) != 0) {
                result = doublingHighMultiply(result, EXP_OF_MINUS_POWERS[i]);
            }
        }
        return result;
    }

    /** exp(x) in Q0 for x in [-1/4, 0) in Q0: Taylor polynomial of degree 4 around -1/8. */
    private static int expOnMinusQuarterToZero(int x) {
        int t = x + (1 << 28);
        int t2 = doublingHighMultiply(t, t);
        int t3 = doublingHighMultiply(t2, t);
        int t4 = doublingHighMultiply(t2, t2);
        int cubicAndQuartic = doublingHighMultiply(divideByPowerOfTwo(t4, 2) + t3, THIRD);
        int higherTerms = divideByPowerOfTwo(cubicAndQuartic + t2, 1);
        return EXP_MINUS_EIGHTH + doublingHighMultiply(EXP_MINUS_EIGHTH, t + higherTerms);
    }

    /** 1 / (1 + exp(-x)) in Q0, for x in Q4. */
    public static int logistic(int xQ4) {
        if (xQ4 == 0) {
            return 1 << 30;
        }
        int positive = reciprocalOfOnePlus(expOnNegative(-Math.abs(xQ4), 4));
        return xQ4 > 0 ? positive : ONE_Q0 - positive;
    }

    /** tanh(x) in Q0, for x in Q4. */
    public static int tanh(int xQ4) {
        if (xQ4 == 0) {
            return 0;
        }
        // The bits of -|x| in Q4 are those of -2|x| in Q5.
        int exp = expOnNegative(-Math.abs(xQ4), 5);
        int positive = saturatingShiftLeft(inverseOfHalfOnePlus(exp) - ONE_Q2, 2);
        return xQ4 > 0 ? positive : -positive;
    }

    /** 1 / (1 + x) in Q0, for x in [0, 1] in Q0. */
    public static int reciprocalOfOnePlus(int x) {
        return saturatingShiftLeft(inverseOfHalfOnePlus(x), 1);
    }

    /** 1 / sqrt(x) with {@value #ROOT_BITS} fractional bits, for x in [1, 32767]. */
    public static int reciprocalRoot(int x) {
        Multiplier root = inverseRoot(x);
        return FixedPoint.requantize(1, root.multiplier(), root.shift() + ROOT_BITS);
    }

    /**
     * 1 / sqrt(x) for x >= 0, with 1 for 0, by five steps of Newton and Raphson in Q3.
     * x is first brought to [1/4, 1) by a power of 4. The shift is at most 0; the multiplier may be below 2^30.
     */
    public static Multiplier inverseRoot(int x) {
        if (x <= 1) {
            return new Multiplier(Integer.MAX_VALUE, 0);
        }
        int rightShift = 11;
        int input = x;
        while (input >= 1 << 29) {
            input /= 4;
            rightShift++;
        }
        int pairs = (Integer.numberOfLeadingZeros(input) - 1) / 2 - 1;
        rightShift -= pairs;
        int inputQ3 = input << (2 * pairs) >> 1;
        int halfInput = divideByPowerOfTwo(inputQ3, 1);
        int root = ONE_Q3;
        for (int i = 0; i < 5; i++) {
            // The cube is in Q9, the difference in Q6.
            int cube = saturatingShiftLeft(doublingHighMultiply(doublingHighMultiply(root, root), root), 6);
            int difference = doublingHighMultiply(THREE_HALVES_Q3, root) - doublingHighMultiply(halfInput, cube);
            root = saturatingShiftLeft(difference, 3);
        }
        int multiplier = doublingHighMultiply(root, HALF_ROOT_OF_TWO);
        return rightShift < 0 ? new Multiplier(multiplier << -rightShift, 0) : new Multiplier(multiplier, -rightShift);
    }

    /** log(x) in Q5, for x >= 1 in Q12. */
    public static int logarithm(int xQ12) {
        int zeros = Integer.numberOfLeadingZeros(xQ12);
        int half = doublingHighMultiply(xQ12, HALF_ROOT_OF_TWO);
        int zerosOfHalf = Integer.numberOfLeadingZeros(half) - 1;
        // Two ways to write x as r * 2^power: the power is meant to be a whole number plus or minus a quarter.
        int normalized = saturatingShiftLeft(xQ12, zeros - 1);
        int first = saturatingShiftLeft(doublingHighMultiply(normalized, HALF_ROOT_OF_TWO), 1);
        int second = saturatingShiftLeft(xQ12, zerosOfHalf);
        int r = Math.min(first, second);
        int power = Math.max(
                saturatingShiftLeft(12 - zeros, LOGARITHM_BITS) + QUARTER_Q6,
                saturatingShiftLeft(12 - zerosOfHalf, LOGARITHM_BITS) - QUARTER_Q6);
        int numerator = divideByPowerOfTwo(logarithmNumerator(r), 6);
        int quotient = doublingHighMultiply(numerator, reciprocalOfOnePlus(logarithmDenominator(r)));
        return saturatingShiftLeft(doublingHighMultiply(power, LOG_OF_TWO) + quotient, 1);
    }

    /** Of a rational approximation of the logarithm around 2^(-1/4), in Q0. */
    private static int logarithmNumerator(int r) {
        int q = 2 * (r - FOURTH_ROOT_OF_HALF);
        int cubic = doublingHighMultiply(q, doublingHighMultiply(q, q));
        return doublingHighMultiply(q, r) + doublingHighMultiply(cubic, 117049297);
    }

    /** As {@link #logarithmNumerator}, less 1. */
    private static int logarithmDenominator(int r) {
        int p = (int) (((long) r + FOURTH_ROOT_OF_HALF + 1) / 2);
        int q = 2 * (r - FOURTH_ROOT_OF_HALF);
        int quadratic = doublingHighMultiply(127690142, doublingHighMultiply(q, q));
        return doublingHighMultiply(p, 1057819769 + q + quadratic) + doublingHighMultiply(638450708, q);
    }

    /**
     * a / b * factor: the reciprocal of b brought to [1, 2), times a with no bit to spare.
     *
     * @param a in [-255, 255], as b, which is not 0
     * @param factor its shift is at most 22
     */
    public static int quotient(int a, int b, Multiplier factor) {
        int numerator = b < 0 ? -a : a;
        int denominator = Math.abs(b);
        int zeros = Integer.numberOfLeadingZeros(denominator);
        int inverse = reciprocalOfOnePlus(denominator << zeros & Integer.MAX_VALUE);
        int headroom = Integer.numberOfLeadingZeros(numerator ^ numerator >> 31) - 1;
        int quotient = doublingHighMultiply(numerator << headroom, inverse);
        int scaled = doublingHighMultiply(quotient, factor.multiplier());
        return divideFar(scaled, (headroom + 31 - zeros - factor.shift()) & 63);
    }

    /**
     * As {@link FixedPoint#divideByPowerOfTwo}, for exponents up to 63. Beyond 31 it is what the reference computes where a shift takes
     * the low bits of its distance, five of them with 32 bits, six with 64.
     */
    private static int divideFar(int x, int exponent) {
        if (exponent <= 31) {
            return divideByPowerOfTwo(x, exponent);
        }
        return (x >> (exponent - 32)) + (x < 0 ? 0 : 1);
    }

    /** 2 / (1 + x) in Q2, for x in [0, 1] in Q0, by three steps of Newton and Raphson. */
    private static int inverseOfHalfOnePlus(int x) {
        int halfDenominator = (int) (((long) x + ONE_Q0 + 1) / 2);
        int inverse =
                FORTY_EIGHT_SEVENTEENTHS_Q2 + doublingHighMultiply(halfDenominator, MINUS_THIRTY_TWO_SEVENTEENTHS_Q2);
        for (int i = 0; i < 3; i++) {
            int error = ONE_Q2 - doublingHighMultiply(halfDenominator, inverse);
            inverse += saturatingShiftLeft(doublingHighMultiply(inverse, error), 2);
        }
        return inverse;
    }
}
