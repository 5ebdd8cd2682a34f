package dev.mote.dataset.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model's answers against the truth, over samples with classes.
 *
 * @param curves one a class, this class against the rest
 * @param probabilities empty if the answers are no probabilities
 */
public record Classification(ConfusionMatrix matrix, List<RocCurve> curves, Optional<ProbabilityScores> probabilities) {
    public Classification {
        curves = List.copyOf(curves);
    }

    /** @param truth class index of each sample */
    public static Classification of(List<String> labels, int[] truth, Scores scores) {
        List<RocCurve> curves = new ArrayList<>();
        for (int c = 0; c < labels.size(); c++) {
            boolean[] positive = new boolean[truth.length];
            for (int i = 0; i < truth.length; i++) {
                positive[i] = truth[i] == c;
            }
            curves.add(RocCurve.of(scores.of(c), positive));
        }
        return new Classification(
                ConfusionMatrix.of(labels, truth, scores.classes()),
                curves,
                ProbabilityScores.of(labels.size(), truth, scores));
    }

    public List<String> labels() {
        return matrix.labels();
    }

    /** In the order of the labels. */
    public List<ClassMetrics> classes() {
        return IntStream.range(0, labels().size())
                .mapToObj(c -> new ClassMetrics(
                        labels().get(c),
                        matrix.support(c),
                        matrix.precision(c),
                        matrix.recall(c),
                        matrix.specificity(c),
                        matrix.negativePredictiveValue(c),
                        matrix.f1(c),
                        curves.get(c).auc()))
                .toList();
    }

    /** Mean area below the curves of the classes that have one; NaN if none has. */
    public double macroAuc() {
        return curves.stream()
                .mapToDouble(RocCurve::auc)
                .filter(auc -> !Double.isNaN(auc))
                .average()
                .orElse(Double.NaN);
    }

    /** Of the accuracy. */
    public Interval accuracyInterval() {
        return Interval.wilson(matrix.right(), matrix.total());
    }
}
