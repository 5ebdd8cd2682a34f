package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionTest {
    /** The example of scikit-learn 1.9.1's pages; {@code max_error} and {@code root_mean_squared_error} computed with it. */
    @Test
    void scoresAreThoseOfScikitLearn() {
        Regression.Target target = Regression.of(List.of("y"), column(3, -0.5f, 2, 7), column(2.5f, 0, 2, 8))
                .targets()
                .getFirst();
        assertEquals(0.375, target.meanSquaredError(), 1e-12);
        assertEquals(0.5, target.meanAbsoluteError(), 1e-12);
        assertEquals(0.6123724356957945, target.rootMeanSquaredError(), 1e-12);
        assertEquals(0.9486081370449679, target.r2(), 1e-12);
        assertEquals(1, target.largestError(), 1e-12);
    }

    @Test
    void targetsAreJudgedEachByItself() {
        Regression both = Regression.of(
                List.of("x", "y"),
                List.of(new float[] {1, 10}, new float[] {3, 10}),
                List.of(new float[] {1, 12}, new float[] {3, 10}));
        assertEquals(1, both.targets().get(0).r2());
        assertTrue(Double.isNaN(both.targets().get(1).r2()), "a target that never changes");
        assertEquals(1, both.meanSquaredError());
        assertEquals(
                new Histogram(0, 2, List.of(1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L), 0),
                Regression.residuals(
                        List.of(new float[] {10}, new float[] {10}), List.of(new float[] {12}, new float[] {10}), 0));
    }

    private static List<float[]> column(float... values) {
        return java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> new float[] {values[i]})
                .toList();
    }
}
