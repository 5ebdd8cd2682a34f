package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Against scikit-learn 1.9.1 on the ten samples below: {@code precision_recall_fscore_support}, {@code matthews_corrcoef},
 * {@code cohen_kappa_score}, {@code balanced_accuracy_score}, {@code multilabel_confusion_matrix}, {@code roc_auc_score} (one against
 * rest), {@code roc_curve}, {@code log_loss}, {@code brier_score_loss}; calibration error by its formula in numpy.
 */
class ClassificationTest {
    private static final List<String> LABELS = List.of("a", "b", "c");
    private static final int[] TRUTH = {0, 0, 0, 1, 1, 2, 2, 2, 1, 2};
    private static final Scores SCORES = new Scores(List.of(
            new float[] {.7f, .2f, .1f},
            new float[] {.4f, .5f, .1f},
            new float[] {.5f, .25f, .25f},
            new float[] {.1f, .8f, .1f},
            new float[] {.3f, .3f, .4f},
            new float[] {.2f, .2f, .6f},
            new float[] {.5f, .1f, .4f},
            new float[] {.05f, .05f, .9f},
            new float[] {.25f, .5f, .25f},
            new float[] {.4f, .2f, .4f}));

    private final Classification all = Classification.of(LABELS, TRUTH, SCORES);

    @Test
    void scoresOfEachClassAreThoseOfScikitLearn() {
        assertClasses(ClassMetrics::precision, 0.5, 2 / 3.0, 2 / 3.0);
        assertClasses(ClassMetrics::recall, 2 / 3.0, 2 / 3.0, 0.5);
        assertClasses(ClassMetrics::f1, 0.57142857, 2 / 3.0, 0.57142857);
        assertClasses(ClassMetrics::support, 3, 3, 4);
        assertClasses(ClassMetrics::specificity, 0.7142857142857143, 0.8571428571428571, 0.8333333333333334);
        assertClasses(
                ClassMetrics::negativePredictiveValue, 0.8333333333333334, 0.8571428571428571, 0.7142857142857143);
        assertClasses(ClassMetrics::auc, 0.9047619047619048, 0.9285714285714286, 0.9583333333333334);
    }

    /** A model with infinite activations answers NaN: less than any score, and nothing to search for ever. */
    @Test
    void takesNoNumberForTheLeastScore() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            RocCurve curve =
                    RocCurve.of(new float[] {.9f, Float.NaN, .1f, Float.NaN}, new boolean[] {true, true, false, false});
            // Of four pairs two are in order, .9 against .1 and against NaN, and one is half so, NaN against NaN.
            assertEquals(2.5 / 4, curve.auc(), 1e-12);
        });
    }

    @Test
    void averagesAreThoseOfScikitLearn() {
        ConfusionMatrix matrix = all.matrix();
        assertEquals(0.6, matrix.accuracy(), 1e-12);
        assertEquals(0.611111111111111, matrix.balancedAccuracy(), 1e-12);
        assertEquals(0.4090909090909091, matrix.matthewsCorrelation(), 1e-12);
        assertEquals(0.4029850746268657, matrix.kappa(), 1e-12);
        assertEquals(0.611111111111111, matrix.macroPrecision(), 1e-12);
        assertEquals(0.611111111111111, matrix.macroRecall(), 1e-12);
        assertEquals(0.6031746031746031, matrix.macroF1(), 1e-12);
        assertEquals(0.6166666666666666, matrix.weightedPrecision(), 1e-12);
        assertEquals(0.6, matrix.weightedF1(), 1e-12);
        assertEquals(0.9305555555555557, all.macroAuc(), 1e-12);
    }

    @Test
    void probabilitiesAreJudgedAsScikitLearnDoes() {
        ProbabilityScores scores = all.probabilities().orElseThrow();
        assertEquals(0.6535143995745052, scores.logLoss(), 1e-6);
        assertEquals(0.3745, scores.brier(), 1e-6);
        assertEquals(0.18, scores.calibrationError(), 1e-6);
    }

    @Test
    void drawsTheCurveOfScikitLearn() {
        List<RocCurve.Point> points = all.curves().getFirst().points();
        assertArrayEquals(
                new double[] {0, 0, 0.2857142857142857, 1},
                points.stream().mapToDouble(RocCurve.Point::falsePositiveRate).toArray(),
                1e-12);
        assertArrayEquals(
                new double[] {0, 0.3333333333333333, 1, 1},
                points.stream().mapToDouble(RocCurve.Point::truePositiveRate).toArray(),
                1e-12);
    }

    @Test
    void cutsTheCornerOutOfACurve() {
        RocCurve curve = new RocCurve(
                List.of(
                        new RocCurve.Point(0, 0),
                        new RocCurve.Point(0, 0.6),
                        new RocCurve.Point(0.4, 1),
                        new RocCurve.Point(1, 1)),
                0.9);
        assertEquals(curve.points(), curve.corner(1));
        List<RocCurve.Point> corner = curve.corner(0.3);
        assertEquals(2, corner.size());
        assertEquals(0.1, corner.getFirst().falsePositiveRate(), 1e-9);
        assertEquals(0.7, corner.getFirst().truePositiveRate(), 1e-9);
        assertEquals(0.3, corner.getLast().falsePositiveRate(), 1e-9);
        assertEquals(0.9, corner.getLast().truePositiveRate(), 1e-9);
        assertEquals(List.of(), curve.corner(0.1));
    }

    /** Newcombe's own example (method 10): 56 of 70 against 48 of 80 is 0.0524 to 0.3339. */
    @Test
    void comparesSharesAsInTheLiterature() {
        Interval lead = new Share(56, 70).lead(new Share(48, 80));
        assertEquals(0.0524, lead.low(), 5e-5);
        assertEquals(0.3339, lead.high(), 5e-5);
    }

    @Test
    void scoresThatAreNoProbabilitiesHaveNoLogLoss() {
        Scores logits = new Scores(List.of(new float[] {-3, 5}, new float[] {2, 1}));
        Classification classified = Classification.of(List.of("no", "yes"), new int[] {1, 0}, logits);
        assertTrue(classified.probabilities().isEmpty());
        assertEquals(1, classified.macroAuc());
    }

    @Test
    void aSingleOutputStandsForTheSecondClass() {
        Scores single = new Scores(List.of(new float[] {0.2f}, new float[] {0.6f}, new float[] {0.4f}));
        Scores both = new Scores(List.of(new float[] {0.8f, 0.2f}, new float[] {0.4f, 0.6f}, new float[] {0.6f, 0.4f}));
        List<String> labels = List.of("no", "yes");
        int[] truth = {0, 1, 1};
        Classification one = Classification.of(labels, truth, single);
        Classification two = Classification.of(labels, truth, both);
        assertEquals(two.classes(), one.classes());
        assertEquals(
                two.probabilities().orElseThrow().logLoss(),
                one.probabilities().orElseThrow().logLoss(),
                1e-6);
        assertEquals(
                two.probabilities().orElseThrow().brier(),
                one.probabilities().orElseThrow().brier(),
                1e-6);
    }

    private void assertClasses(ToDoubleFunction<ClassMetrics> score, double... expected) {
        assertArrayEquals(expected, all.classes().stream().mapToDouble(score).toArray(), 1e-8);
    }
}
