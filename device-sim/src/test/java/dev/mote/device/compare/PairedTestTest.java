package dev.mote.device.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PairedTestTest {
    /** Expected values computed from the formulas, outside of this project. */
    @Test
    void givesIntervalAndProbabilityOfTheLiterature() {
        PairedTest test = new PairedTest(100, 12, 9, 3);
        assertEquals(0.12, test.flipShare(), 1e-12);
        assertEquals(0.0700, test.flipInterval().low(), 5e-5);
        assertEquals(0.1981, test.flipInterval().high(), 5e-5);
        assertEquals(-0.06, test.accuracyChange(), 1e-12);
        assertEquals(-0.1269, test.accuracyChangeInterval().low(), 5e-5);
        assertEquals(0.0069, test.accuracyChangeInterval().high(), 5e-5);
        assertEquals(0.1460, test.pValue(), 5e-5);
    }

    @Test
    void noFlipIsNoDifference() {
        PairedTest test = new PairedTest(50, 0, 0, 0);
        assertEquals(1, test.pValue());
        assertEquals(0, test.accuracyChange());
        assertEquals(0, test.flipInterval().low(), 1e-12);
    }
}
