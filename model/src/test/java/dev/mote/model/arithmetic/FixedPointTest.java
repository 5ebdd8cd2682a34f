package dev.mote.model.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The oracle is exact decimal arithmetic with the rounding that docs/arithmetic.md names. */
class FixedPointTest {

    @Property(tries = 20_000, seed = "1")
    void doublingHighMultiplyRoundsHalvesUp(@ForAll int a, @ForAll int b) {
        BigDecimal exact = quotient(BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)), 31);
        BigDecimal rounded = exact.add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR);
        assertEquals(
                rounded.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact(),
                FixedPoint.doublingHighMultiply(a, b));
    }

    @Test
    void doublingHighMultiplySaturatesOnlyTheSquareOfTheMinimum() {
        assertEquals(Integer.MAX_VALUE, FixedPoint.doublingHighMultiply(Integer.MIN_VALUE, Integer.MIN_VALUE));
        assertEquals(Integer.MIN_VALUE + 1, FixedPoint.doublingHighMultiply(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void doublingHighMultiplySendsAnExactHalfUpwards() {
        assertEquals(1, FixedPoint.doublingHighMultiply(1 << 30, 1));
        assertEquals(0, FixedPoint.doublingHighMultiply(1 << 30, -1));
        assertEquals(2, FixedPoint.doublingHighMultiply(1 << 30, 3));
        assertEquals(-1, FixedPoint.doublingHighMultiply(1 << 30, -3));
    }

    @Property(tries = 20_000, seed = "1")
    void divideByPowerOfTwoRoundsHalvesAwayFromZero(@ForAll int x, @ForAll @IntRange(max = 31) int exponent) {
        BigDecimal rounded = quotient(BigDecimal.valueOf(x), exponent).setScale(0, RoundingMode.HALF_UP);
        assertEquals(rounded.intValueExact(), FixedPoint.divideByPowerOfTwo(x, exponent));
    }

    @Property(tries = 20_000, seed = "1")
    void requantizeRoundsTwice(
            @ForAll @IntRange(min = -(1 << 24), max = 1 << 24) int x,
            @ForAll @IntRange(min = 1 << 30, max = Integer.MAX_VALUE) int multiplier,
            @ForAll @IntRange(min = -31, max = 6) int shift) {
        BigDecimal shifted = BigDecimal.valueOf((long) x << Math.max(shift, 0));
        BigDecimal first = quotient(shifted.multiply(BigDecimal.valueOf(multiplier)), 31)
                .add(new BigDecimal("0.5"))
                .setScale(0, RoundingMode.FLOOR);
        BigDecimal second = quotient(first, Math.max(-shift, 0)).setScale(0, RoundingMode.HALF_UP);
        assertEquals(second.intValueExact(), FixedPoint.requantize(x, multiplier, shift));
    }

    @Property(tries = 20_000, seed = "1")
    void requantizeWideRoundsTheProductOnce(
            @ForAll @LongRange(min = -(1L << 38), max = 1L << 38) long x,
            @ForAll @IntRange(min = 1 << 30, max = Integer.MAX_VALUE) int multiplier,
            @ForAll @IntRange(min = -31, max = -8) int shift) {
        int reduced = quotient(BigDecimal.valueOf(multiplier), 16)
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(32767))
                .intValueExact();
        BigDecimal product = BigDecimal.valueOf(x).multiply(BigDecimal.valueOf(reduced));
        BigDecimal rounded =
                quotient(product, 15 - shift).add(new BigDecimal("0.5")).setScale(0, RoundingMode.FLOOR);
        assertEquals(rounded.intValueExact(), FixedPoint.requantizeWide(x, new Multiplier(multiplier, shift)));
    }

    @Test
    void requantizeWideShiftsLeftByUpTo7() {
        assertEquals(-64 * 3, FixedPoint.requantizeWide(-3, Multiplier.of(64)));
        assertEquals(127, FixedPoint.requantizeWide(1, Multiplier.of(127)));
    }

    @Test
    void roundHalfAwayFollowsRoundf() {
        assertEquals(3, FixedPoint.roundHalfAway(2.5f));
        assertEquals(-3, FixedPoint.roundHalfAway(-2.5f));
        assertEquals(2, FixedPoint.roundHalfAway(2.4999998f));
        assertEquals(0, FixedPoint.roundHalfAway(0.49999997f));
        assertEquals(8388609, FixedPoint.roundHalfAway(8388609f));
        assertEquals(Integer.MAX_VALUE, FixedPoint.roundHalfAway(1e20f));
    }

    @Test
    void saturatingShiftLeftStopsAtTheEnds() {
        assertEquals(Integer.MAX_VALUE, FixedPoint.saturatingShiftLeft(1 << 30, 1));
        assertEquals(Integer.MIN_VALUE, FixedPoint.saturatingShiftLeft(-(1 << 30) - 1, 1));
        assertEquals(-40, FixedPoint.saturatingShiftLeft(-5, 3));
    }

    private static BigDecimal quotient(BigDecimal value, int exponent) {
        return value.divide(BigDecimal.valueOf(1L << exponent));
    }
}
