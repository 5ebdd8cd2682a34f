package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.arithmetic.FixedPoint;
import dev.mote.model.arithmetic.Multiplier;
import dev.mote.model.lowered.ChannelScaling;
import dev.mote.model.lowered.Int8Layer.Range;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FastFiltersTest {
    private static final Multiplier SMALL = Multiplier.of(0.003);

    private static Optional<FastFilters> filters(int bias, int[] weights, Multiplier factor, int zeroPoint) {
        return FastFilters.of(new int[] {bias}, weights, new ChannelScaling(List.of(factor)), zeroPoint, Range.FULL);
    }

    /** The kernels' way: twice the accumulator times the multiplier, its upper 32 bits rounded, and one more shift at the end. */
    private static int fast(FastFilters filters, int[] inputs, int zeroPoint) {
        int sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += inputs[i] * filters.weights()[i];
        }
        int doubled = 2 * filters.bias()[0] + 2 * sum;
        Multiplier factor = filters.factors()[0];
        int high = (int) (((long) doubled * factor.multiplier() + (1L << 31)) >> 32);
        int scaled = ((high + (high >> 31)) >> (-factor.shift() - 1)) + 2 * zeroPoint + 1;
        return Math.clamp(scaled >> 1, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    private static int exact(int bias, int[] weights, Multiplier factor, int[] inputs, int zeroPoint) {
        int sum = bias;
        for (int i = 0; i < inputs.length; i++) {
            sum += inputs[i] * weights[i];
        }
        return FixedPoint.clamp(FixedPoint.requantize(sum, factor) + zeroPoint, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    @Property(tries = 5000, seed = "1")
    void whatIsTakenGivesTheExactOutput(
            @ForAll int bias,
            @ForAll @IntRange(max = 24) int biasShift,
            @ForAll @Size(6) int[] drawn,
            @ForAll @DoubleRange(min = 0, max = 40) double exponent,
            @ForAll @IntRange(min = -128, max = 127) int zeroPoint) {
        int[] weights = {(byte) drawn[0], (byte) drawn[1], (byte) drawn[2]};
        int[] inputs = {(byte) drawn[3], (byte) drawn[4], (byte) drawn[5]};
        Multiplier factor = Multiplier.of(Math.pow(2, -exponent));
        int shifted = bias >> biasShift;
        filters(shifted, weights, factor, zeroPoint)
                .ifPresent(taken -> assertEquals(
                        exact(shifted, weights, factor, inputs, zeroPoint), fast(taken, inputs, zeroPoint)));
    }

    @Test
    void takesOrdinaryFiltersAsTheyAre() {
        FastFilters taken = filters(1000, new int[] {3, -4}, SMALL, 5).orElseThrow();
        assertEquals(1000, taken.bias()[0]);
        assertArrayEquals(new int[] {3, -4}, taken.weights());
        assertEquals(SMALL, taken.factors()[0]);
    }

    @Test
    void makesAChannelOfOneOutputConstant() {
        int large = 1_500_000_000;
        FastFilters taken = filters(large, new int[] {3, -4}, new Multiplier(1 << 30, -25), 5)
                .orElseThrow();
        assertArrayEquals(new int[] {0, 0}, taken.weights());
        assertTrue(Math.abs(taken.bias()[0]) < 1 << 30);
        assertEquals(
                exact(large, new int[] {3, -4}, new Multiplier(1 << 30, -25), new int[] {1, 1}, 5),
                fast(taken, new int[] {1, 1}, 5));
    }

    @Test
    void refusesAccumulatorsThatCannotBeDoubled() {
        int[] weights = new int[10_000];
        Arrays.fill(weights, 127);
        Multiplier factor = new Multiplier(1 << 30, -23);
        assertTrue(filters(1 << 30, weights, factor, 0).isEmpty());
        assertTrue(filters(1 << 29, weights, factor, 0).isPresent());
    }

    @Test
    void refusesFactorsOfAHalfAndAbove() {
        assertTrue(filters(0, new int[] {1}, Multiplier.of(0.5), 0).isEmpty());
        assertTrue(filters(0, new int[] {1}, Multiplier.of(0.499), 0).isPresent());
    }

    @Test
    void refusesAccumulatorsThatMayWrap() {
        assertTrue(filters(Integer.MAX_VALUE, new int[] {1, 1}, new Multiplier(0, 0), 0)
                .isEmpty());
    }
}
