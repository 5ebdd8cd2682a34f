package dev.mote.quantizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.BadInputException;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ChooseRangeTest {
    private static final Set<RangeMethod> OF_HISTOGRAMS = EnumSet.complementOf(EnumSet.of(RangeMethod.SEARCH));

    @Test
    void minMaxKeepsTheOutlier() {
        assertEquals(new Range(0, 100), choose(RangeMethod.MIN_MAX, 100, uniformWithOutlier(100)));
    }

    @Test
    void percentileCutsTheSameShareAtEitherEnd() {
        float[] values = new float[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i - 5000) / 1000f;
        }
        Range range = choose(RangeMethod.PERCENTILE, 99, values);
        assertEquals(-4.9, range.min(), 0.005);
        assertEquals(4.9, range.max(), 0.005);
    }

    @Test
    void percentileOfOneHundredKeepsEverything() {
        Range range = choose(RangeMethod.PERCENTILE, 100, uniformWithOutlier(100));
        assertEquals(100, range.max(), 1e-9);
    }

    @Test
    void percentileKeepsTheExtremesOfFewValues() {
        Range range = choose(RangeMethod.PERCENTILE, 99.99, new float[] {-1, 0.5f, 3});
        assertEquals(-1, range.min(), 1e-9);
        assertEquals(3, range.max(), 1e-9);
    }

    @Test
    void mseDropsASingleFarOutlier() {
        // With m for the upper end: (2 - m)^2 of clipping + 10^6 * (m / 255)^2 / 12 of rounding, least just below m =
        // 1.
        Range range = choose(RangeMethod.MSE, 100, uniformWithOutlier(2));
        assertEquals(1, range.max(), 0.041);
    }

    @Test
    void mseKeepsAUniformRange() {
        Range range = choose(RangeMethod.MSE, 100, uniformWithOutlier(1));
        assertEquals(1, range.max(), 0.011);
    }

    @Test
    void entropyDropsAFarOutlierAndKeepsTheRest() {
        Range range = choose(RangeMethod.ENTROPY, 100, uniformWithOutlier(2));
        assertEquals(1, range.max(), 0.04);
        assertEquals(1, choose(RangeMethod.ENTROPY, 100, uniformWithOutlier(1)).max(), 0.04);
    }

    @Test
    void entropyKeepsTheExtremesOfFewValues() {
        assertEquals(new Range(-1, 3), choose(RangeMethod.ENTROPY, 100, new float[] {-1, 0.5f, 3}));
    }

    @Test
    void everyMethodTakesATensorOfZeros() {
        for (RangeMethod method : OF_HISTOGRAMS) {
            assertEquals(Range.ZERO, choose(method, 99.99, new float[100]), method.text());
        }
    }

    @Test
    void everyMethodTakesATensorOfOneValue() {
        for (RangeMethod method : OF_HISTOGRAMS) {
            assertEquals(2.5, choose(method, 99.99, new float[] {2.5f, 2.5f}).max(), 1e-9, method.text());
        }
    }

    @Test
    void parsesItsOwnTextAndNamesTheChoicesOtherwise() {
        assertEquals(RangeMethod.MIN_MAX, RangeMethod.parse("min_max"));
        BadInputException refused = Assertions.assertThrows(BadInputException.class, () -> RangeMethod.parse("best"));
        assertEquals(
                "unknown calibration method \"best\"; expected one of: min_max, percentile, mse, entropy, search",
                refused.getMessage());
    }

    /** 1,000,000 values in [0, 1), and one more. */
    private static float[] uniformWithOutlier(float outlier) {
        Random random = new Random(1);
        float[] values = new float[1_000_001];
        for (int i = 0; i < 1_000_000; i++) {
            values[i] = random.nextFloat();
        }
        values[0] = 0;
        values[1_000_000] = outlier;
        return values;
    }

    private static Range choose(RangeMethod method, double percentile, float[] values) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        Histogram histogram = new Histogram(min, max);
        histogram.add(values);
        return ChooseRange.choose(histogram, method, percentile);
    }
}
