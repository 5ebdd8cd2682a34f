package dev.mote.model.frontend.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The last step of a front end, beside doubles. */
class AffineTest {
    private static final int DRAWS = 20_000;

    /** Nearest; a value within a thousandth of a half may go either way. */
    @Test
    void isTheNearestStep() {
        Random random = new Random(11);
        for (int i = 0; i < DRAWS; i++) {
            int bits = 1 + random.nextInt(31);
            int value = random.nextInt() >> 32 - bits - 1 + (bits == 31 ? 1 : 0);
            double factor = (random.nextDouble() - 0.5) * 2000 / (1L << bits);
            double offset = (random.nextDouble() - 0.5) * 1000;
            double exact = Math.clamp(value * factor + offset, -128, 127);
            int found = Affine.of(factor, offset).apply(value);
            assertEquals(exact, found, 0.501, value + " * " + factor + " + " + offset);
        }
    }

    @Test
    void roundsHalvesUp() {
        assertEquals(1, Affine.of(0.5, 0).apply(1));
        assertEquals(0, Affine.of(0.5, 0).apply(-1));
        assertEquals(-1, Affine.of(0.5, -1).apply(1) + Affine.of(0.5, -1).apply(-1));
    }

    @Test
    void takesTheLargestNumbersWithoutOverflow() {
        for (int value : new int[] {Integer.MAX_VALUE, -Integer.MAX_VALUE, 0}) {
            for (double factor : new double[] {1e-30, 1e-9, 1, 536870911, -536870911}) {
                for (double offset : new double[] {0, 1e17, -1e17, 5e6}) {
                    double exact = Math.clamp(value * factor + offset, -128, 127);
                    assertEquals(exact, Affine.of(factor, offset).apply(value), 1, value + " " + factor + " " + offset);
                }
            }
        }
    }

    @Test
    void refusesWhatItCannotHold() {
        assertThrows(IllegalArgumentException.class, () -> Affine.of(1L << 31, 0));
        assertThrows(IllegalArgumentException.class, () -> Affine.of(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> Affine.of(1, 2e18));
        assertThrows(IllegalArgumentException.class, () -> Affine.of(1, Double.NaN));
    }

    @Test
    void tellsTheRealValueOfItsSteps() {
        Affine step = Affine.of(0.0123, -7.5);
        assertEquals(100 * 0.0123 - 7.5, step.real(100), 1e-6);
    }
}
