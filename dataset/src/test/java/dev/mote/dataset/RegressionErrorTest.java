package dev.mote.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionErrorTest {
    private static final Samples SAMPLES =
            Samples.ofTargets(Shape.of(1), new float[] {0, 0, 0, 0}, new float[] {1, 2, 3, 6}, new int[0]);

    private static RegressionError error(float... predicted) {
        return RegressionError.of(
                SAMPLES,
                List.of(
                        new float[] {predicted[0]},
                        new float[] {predicted[1]},
                        new float[] {predicted[2]},
                        new float[] {predicted[3]}));
    }

    @Test
    void measuresErrorsAndTheShareOfTheVariance() {
        RegressionError error = error(2, 2, 3, 4);
        assertEquals(5.0 / 4, error.meanSquaredError(), 1e-12);
        assertEquals(3.0 / 4, error.meanAbsoluteError(), 1e-12);
        // Distances from the mean 3 are 2, 1, 0, 3: squares 14.
        assertEquals(1 - 5.0 / 14, error.r2(), 1e-12);
        assertEquals(5, RegressionError.range(SAMPLES));
    }

    @Test
    void theMeanPredictsNothingAndConstantsHaveNoVariance() {
        assertEquals(0, error(3, 3, 3, 3).r2(), 1e-12);
        assertEquals(1, error(1, 2, 3, 6).r2());
        Samples same = Samples.ofTargets(Shape.of(1), new float[] {0, 1}, new float[] {5, 5}, new int[0]);
        assertTrue(Double.isNaN(RegressionError.of(same, List.of(new float[] {5}, new float[] {4}))
                .r2()));
    }
}
