package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void countsValuesByBinAndZerosApart() {
        Histogram histogram = Histogram.of(new float[] {-1, -0.6f, 0, 0, 0.2f, 0.9f, 1}, 4);
        assertEquals(new Histogram(-1, 1, List.of(2L, 0L, 1L, 2L), 2), histogram);
        assertEquals(7, histogram.total());
        assertEquals(new Histogram(-1, 1, List.of(2L, 0L, 3L, 2L), 0), histogram.withZeros());
    }

    @Test
    void everyValueIsInOneBin() {
        SplittableRandom random = new SplittableRandom(4);
        for (int draw = 0; draw < 200; draw++) {
            float[] values = new float[random.nextInt(1, 50)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20)));
            }
            assertEquals(values.length, Histogram.of(values, 16).total());
        }
    }

    @Test
    void aConstantHasABinAroundIt() {
        Histogram histogram = Histogram.of(new float[] {3, 3}, 3);
        assertEquals(List.of(0L, 2L, 0L), histogram.counts());
        assertTrue(histogram.low() < 3 && histogram.high() > 3);
        assertEquals(0, Histogram.of(new float[0], 3).total());
    }
}
