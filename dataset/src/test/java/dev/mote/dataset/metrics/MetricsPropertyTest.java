package dev.mote.dataset.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores of drawn answers against the definitions, sample by sample. Few levels of scores, so that many are equal. */
class MetricsPropertyTest {
    private static final int DRAWS = 300;

    private record Drawn(int[] truth, Scores scores, Classification classification) {
        long count(IntPredicate wanted) {
            return IntStream.range(0, truth.length).filter(wanted).count();
        }
    }

    private static Drawn draw(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int classes = random.nextInt(2, 6);
        int levels = random.nextInt(2, 30);
        int[] truth = random.ints(random.nextInt(1, 60), 0, classes).toArray();
        List<float[]> outputs = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) {
            float[] output = new float[classes];
            for (int c = 0; c < classes; c++) {
                output[c] = (random.nextInt(levels) + (c == truth[i] ? levels / 2 : 0)) / 64f;
            }
            outputs.add(output);
        }
        List<String> labels = IntStream.range(0, classes).mapToObj(c -> "c" + c).toList();
        Scores scores = new Scores(outputs);
        return new Drawn(truth, scores, Classification.of(labels, truth, scores));
    }

    @Test
    void everyScoreOfAClassIsItsDefinition() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = draw(seed);
            int[] said = drawn.scores.classes();
            int[] truth = drawn.truth;
            for (int c = 0; c < drawn.classification.labels().size(); c++) {
                int k = c;
                double found = drawn.count(i -> truth[i] == k && said[i] == k);
                double missed = drawn.count(i -> truth[i] == k && said[i] != k);
                double mistaken = drawn.count(i -> truth[i] != k && said[i] == k);
                double refused = drawn.count(i -> truth[i] != k && said[i] != k);
                ClassMetrics metrics = drawn.classification.classes().get(c);
                String where = "seed " + seed + ", class " + c;
                assertEquals(found + missed, metrics.support(), where);
                assertEquals(orZero(found / (found + mistaken)), metrics.precision(), 1e-12, where);
                assertEquals(orZero(found / (found + missed)), metrics.recall(), 1e-12, where);
                assertEquals(refused / (refused + mistaken), metrics.specificity(), 1e-12, where);
                assertEquals(refused / (refused + missed), metrics.negativePredictiveValue(), 1e-12, where);
                assertEquals(orZero(2 * found / (2 * found + missed + mistaken)), metrics.f1(), 1e-12, where);
            }
        }
    }

    /** AUC: how often a sample of the class scores higher than another, over all pairs; and the area below its points. */
    @Test
    void areaIsTheShareOfPairsInTheRightOrder() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = draw(seed);
            for (int c = 0; c < drawn.classification.labels().size(); c++) {
                double right = 0;
                long pairs = 0;
                for (int i = 0; i < drawn.truth.length; i++) {
                    for (int j = 0; j < drawn.truth.length; j++) {
                        if (drawn.truth[i] == c && drawn.truth[j] != c) {
                            float of = drawn.scores.outputs().get(i)[c];
                            float other = drawn.scores.outputs().get(j)[c];
                            right += of > other ? 1 : of == other ? 0.5 : 0;
                            pairs++;
                        }
                    }
                }
                RocCurve curve = drawn.classification.curves().get(c);
                assertEquals(right / pairs, curve.auc(), 1e-12, "seed " + seed + ", class " + c);
                assertEquals(pairs == 0, curve.points().isEmpty());
                if (pairs > 0) {
                    assertEquals(right / pairs, trapezoid(curve.points()), 1e-12, "seed " + seed + ", class " + c);
                }
            }
        }
    }

    @Test
    void curvesRiseFromCornerToCorner() {
        for (int seed = 0; seed < DRAWS; seed++) {
            for (RocCurve curve : draw(seed).classification.curves()) {
                if (curve.points().isEmpty()) {
                    continue;
                }
                List<RocCurve.Point> thinned = curve.thinned(10);
                assertEquals(new RocCurve.Point(0, 0), thinned.getFirst());
                assertEquals(new RocCurve.Point(1, 1), thinned.getLast());
                assertTrue(thinned.size() <= 22 && curve.points().containsAll(thinned));
                for (int i = 1; i < curve.points().size(); i++) {
                    RocCurve.Point before = curve.points().get(i - 1);
                    RocCurve.Point point = curve.points().get(i);
                    assertTrue(point.falsePositiveRate() >= before.falsePositiveRate()
                            && point.truePositiveRate() >= before.truePositiveRate());
                }
            }
        }
    }

    /** For two classes, Matthews' correlation is Pearson's of the two columns of 0 and 1. */
    @Test
    void matthewsIsPearsonOfTwoClasses() {
        for (int seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = draw(seed);
            if (drawn.classification.labels().size() == 2) {
                assertEquals(
                        orZero(pearson(drawn.truth, drawn.scores.classes())),
                        drawn.classification.matrix().matthewsCorrelation(),
                        1e-12,
                        "seed " + seed);
            }
        }
    }

    @Test
    void allRightIsOneEverywhere() {
        ConfusionMatrix matrix = ConfusionMatrix.of(List.of("a", "b"), new int[] {0, 1, 1}, new int[] {0, 1, 1});
        assertEquals(
                List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
                List.of(
                        matrix.accuracy(),
                        matrix.balancedAccuracy(),
                        matrix.macroF1(),
                        matrix.weightedF1(),
                        matrix.kappa(),
                        matrix.matthewsCorrelation()));
    }

    private static double trapezoid(List<RocCurve.Point> points) {
        double area = 0;
        for (int i = 1; i < points.size(); i++) {
            RocCurve.Point a = points.get(i - 1);
            RocCurve.Point b = points.get(i);
            area += (b.falsePositiveRate() - a.falsePositiveRate()) * (a.truePositiveRate() + b.truePositiveRate()) / 2;
        }
        return area;
    }

    private static double pearson(int[] a, int[] b) {
        double meanA = IntStream.of(a).average().orElseThrow();
        double meanB = IntStream.of(b).average().orElseThrow();
        double both = 0;
        double spreadA = 0;
        double spreadB = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB);
            spreadA += (a[i] - meanA) * (a[i] - meanA);
            spreadB += (b[i] - meanB) * (b[i] - meanB);
        }
        return both / Math.sqrt(spreadA * spreadB);
    }

    private static double orZero(double ratio) {
        return Double.isNaN(ratio) ? 0 : ratio;
    }
}
