package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Quantization.PerTensor;
import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void mapsAPositiveRangeToAllIntegers() {
        assertEquals(new PerTensor(6f / 255, -128), new Range(0, 6).quantization());
    }

    @Test
    void mapsANegativeRangeToAllIntegers() {
        assertEquals(new PerTensor(3f / 255, 127), new Range(-3, 0).quantization());
    }

    @Test
    void widensARangeToContainZero() {
        assertEquals(new Range(0, 5), new Range(2, 5));
        assertEquals(new Range(-5, 0), new Range(-5, -2));
    }

    @Test
    void movesTheZeroPointToTheNearestInteger() {
        // -128 + 1 / (4 / 255) = -64.25
        assertEquals(new PerTensor(4f / 255, -64), new Range(-1, 3).quantization());
        // -128 + 1 / (2 / 255) = -0.5, and a little less because the float scale is a little more than 2 / 255
        assertEquals(new PerTensor(2f / 255, -1), new Range(-1, 1).quantization());
    }

    @Test
    void stretchesStepsThatAreTooFine() {
        assertEquals(new Range(-2, 2.25), new Range(-1, 1.125).withScaleAtLeast(4.25 / 255));
        assertEquals(new Range(-1, 1), new Range(-1, 1).withScaleAtLeast(1.0 / 255));
    }

    @Test
    void givesARangeOfNothingTheLeastStepAndZeroPointZero() {
        assertEquals(new PerTensor(0.5f, 0), Range.ZERO.withScaleAtLeast(0.5).quantization());
    }

    @Test
    void knowsTheRangeOfAQuantization() {
        assertEquals(new Range(-59, 68.5), Range.of(new PerTensor(0.5f, -10)));
    }
}
