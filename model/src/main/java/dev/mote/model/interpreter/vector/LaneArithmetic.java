package dev.mote.model.interpreter.vector;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The rounding steps of {@link dev.mote.model.arithmetic.FixedPoint}, on all lanes at once. */
final class LaneArithmetic {
    private static final long LOW = 0xFFFF_FFFFL;

    private LaneArithmetic() {}

    /**
     * As {@code FixedPoint.doublingHighMultiply}, for a multiplier that is not negative: floor((a * b + 2^30) / 2^31). Lanes with even
     * and with odd numbers are multiplied apart, each pair of them in the place of one 64-bit lane; bits 31 to 62 are the result.
     */
    static IntVector doublingHighMultiply(IntVector a, IntVector multiplier) {
        LongVector pairs = a.reinterpretAsLongs();
        LongVector factors = multiplier.reinterpretAsLongs();
        LongVector even = product(low(pairs), low(factors)).lanewise(VectorOperators.LSHR, 31);
        LongVector odd = product(high(pairs), high(factors)).lanewise(VectorOperators.LSHL, 1);
        return even.and(LOW).or(odd.and(~LOW)).reinterpretAsInts();
    }

    private static LongVector product(LongVector a, LongVector b) {
        return a.mul(b).add(1L << 30);
    }

    private static LongVector low(LongVector pairs) {
        return high(pairs.lanewise(VectorOperators.LSHL, 32));
    }

    private static LongVector high(LongVector pairs) {
        return pairs.lanewise(VectorOperators.ASHR, 32);
    }

    /**
     * As {@code FixedPoint.divideByPowerOfTwo}.
     *
     * @param mask 2^exponent - 1
     */
    static IntVector divideByPowerOfTwo(IntVector x, IntVector exponent, IntVector mask) {
        IntVector sign = x.lanewise(VectorOperators.ASHR, 31);
        IntVector threshold = mask.lanewise(VectorOperators.LSHR, 1).sub(sign);
        IntVector roundUp = threshold.sub(x.and(mask)).lanewise(VectorOperators.ASHR, 31);
        return x.lanewise(VectorOperators.ASHR, exponent).sub(roundUp);
    }
}
