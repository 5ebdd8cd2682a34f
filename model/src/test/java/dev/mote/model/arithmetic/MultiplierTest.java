package dev.mote.model.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class MultiplierTest {

    @Property(seed = "1")
    void standsForTheFactorWithin31Bits(@ForAll @DoubleRange(min = 1e-8, max = 1e8) @Scale(12) double factor) {
        Multiplier multiplier = Multiplier.of(factor);
        assertTrue(multiplier.multiplier() >= 1 << 30);
        assertEquals(factor, multiplier.value(), factor * 0x1p-31);
    }

    @Test
    void powersOfTwoAreExact() {
        assertEquals(new Multiplier(1 << 30, 1), Multiplier.of(1));
        assertEquals(new Multiplier(1 << 30, 0), Multiplier.of(0.5));
        assertEquals(new Multiplier(1 << 30, 5), Multiplier.of(16));
    }

    @Test
    void aMantissaThatRoundsUpToOneMovesTheShift() {
        assertEquals(new Multiplier(1 << 30, 1), Multiplier.of(Math.nextDown(1.0)));
    }

    @Test
    void factorsTooSmallToMatterBecomeZero() {
        assertEquals(new Multiplier(0, 0), Multiplier.of(0));
        assertEquals(new Multiplier(0, 0), Multiplier.of(0x1p-33));
        assertEquals(new Multiplier(1 << 30, -31), Multiplier.of(0x1p-32));
    }

    @Test
    void rejectsFactorsOutsideItsRange() {
        assertThrows(IllegalArgumentException.class, () -> Multiplier.of(-1));
        assertThrows(IllegalArgumentException.class, () -> Multiplier.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Multiplier.of(0x1p30));
    }
}
