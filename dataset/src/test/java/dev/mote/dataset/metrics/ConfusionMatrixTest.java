package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
    private static final List<String> LABELS = List.of("rest", "walk", "run");
    private static final int[] TRUTH = {0, 0, 0, 1, 1, 2};
    private static final int[] PREDICTED = {0, 0, 1, 1, 2, 2};

    private final ConfusionMatrix matrix = ConfusionMatrix.of(LABELS, TRUTH, PREDICTED);

    @Test
    void countsEachPairOfTruthAndPrediction() {
        assertEquals(List.of(List.of(2, 1, 0), List.of(0, 1, 1), List.of(0, 0, 1)), matrix.counts());
        assertEquals(6, matrix.total());
    }

    @Test
    void scoresAreThoseOfTheTextbook() {
        assertEquals(4 / 6.0, matrix.accuracy(), 1e-12);
        assertEquals(1.0, matrix.precision(0), 1e-12);
        assertEquals(2 / 3.0, matrix.recall(0), 1e-12);
        assertEquals(0.8, matrix.f1(0), 1e-12);
        assertEquals(0.5, matrix.f1(1), 1e-12);
        assertEquals((0.8 + 0.5 + 2 / 3.0) / 3, matrix.macroF1(), 1e-12);
    }

    @Test
    void aClassThatNeverOccursDoesNotCount() {
        ConfusionMatrix twoOfThree = ConfusionMatrix.of(LABELS, new int[] {0, 1}, new int[] {0, 1});
        assertEquals(1.0, twoOfThree.macroF1(), 1e-12);
        assertEquals(0.0, twoOfThree.recall(2), 1e-12);
    }
}
