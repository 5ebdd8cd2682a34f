package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WindowScorerTest {

    @Test
    void takesTheLabelOfMostOfAWindowAsItsTruth() {
        WindowScorer scorer = new WindowScorer(2, 4);
        push(scorer, 0, 0, 0, 0);
        assertEquals(0, scorer.window(0, 0));
        push(scorer, 0, 1);
        assertEquals(0, scorer.window(1, 0));
        push(scorer, 1);
        // Two of each: the newer one.
        assertEquals(1, scorer.window(1, 0));
        push(scorer, 1, 1);
        assertEquals(1, scorer.window(0, 1));
        scorer.endStretch();
        WindowScores scores = scorer.scores();
        assertEquals(4, scores.windows());
        assertEquals(0.5, scores.accuracy());
        assertEquals(2, scores.mixed());
        assertEquals(0.5, scores.mixedAccuracy());
        assertEquals(0.5, scores.pureAccuracy());
        assertEquals(0.75, scores.smoothedAccuracy());
        assertEquals(List.of(List.of(1L, 1L), List.of(1L, 1L)), scores.confusion());
    }

    @Test
    void countsWindowsWithoutTruthOnly() {
        WindowScorer scorer = new WindowScorer(2, 2);
        push(scorer, -1, -1);
        assertEquals(-1, scorer.window(0, 0));
        push(scorer, -2, -2);
        assertEquals(-2, scorer.window(0, 0));
        scorer.endStretch();
        assertEquals(2, scorer.scores().windows());
        assertEquals(0, scorer.scores().all().samples());
        assertEquals(Double.NaN, scorer.scores().accuracy());
    }

    @Test
    void startsAnewAfterAnInterruption() {
        WindowScorer scorer = new WindowScorer(2, 3);
        push(scorer, 0, 0, 0);
        scorer.window(0, 0);
        scorer.endStretch();
        push(scorer, 1, 1, 1);
        assertEquals(1, scorer.window(1, 1));
        scorer.endStretch();
        assertEquals(2, scorer.scores().all().clusters());
        assertEquals(0, scorer.scores().mixed());
    }

    /** Groups of 10, 20, 5, 40, 25 with 9, 15, 5, 38, 20 right; scipy 1.x for Student's t, the formulas of the sources in numpy. */
    @Test
    void tellsHowSureAShareOfGroupsIs() {
        ClusterSums sums = ClusterSums.NONE
                .with(10, 9)
                .with(20, 15)
                .with(5, 5)
                .plus(ClusterSums.NONE.with(40, 38).with(25, 20));
        assertEquals(0.87, sums.mean(), 1e-12);
        assertEquals(0.6794076450703553, sums.shareInterval().low(), 1e-9);
        assertEquals(0.9548199257063886, sums.shareInterval().high(), 1e-9);
        assertEquals(0.7326606514463577, sums.meanInterval().low(), 1e-9);
        assertEquals(1, sums.meanInterval().high());
        assertEquals(new Interval(0, 1), ClusterSums.NONE.with(10, 9).shareInterval());
    }

    private static void push(WindowScorer scorer, int... labels) {
        for (int label : labels) {
            scorer.sample(label);
        }
    }
}
