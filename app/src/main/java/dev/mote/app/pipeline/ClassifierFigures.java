package dev.mote.app.pipeline;

import dev.mote.dataset.metrics.ClassMetrics;
import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.dataset.metrics.Interval;
import dev.mote.dataset.metrics.ProbabilityScores;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The scores of a classifier, as {@link Classification} explains them; the components are the JSON keys. NaN becomes null. */
public record ClassifierFigures(
        double accuracy,
        Interval accuracyInterval,
        double balancedAccuracy,
        double macroPrecision,
        double macroRecall,
        double macroF1,
        double weightedPrecision,
        double weightedF1,
        double matthewsCorrelation,
        double kappa,
        double macroAuc,
        double logLoss,
        double brier,
        double calibrationError,
        List<ClassMetrics> classes) {

    public static ClassifierFigures of(Classification classification) {
        ConfusionMatrix matrix = classification.matrix();
        return new ClassifierFigures(
                matrix.accuracy(),
                classification.accuracyInterval(),
                matrix.balancedAccuracy(),
                matrix.macroPrecision(),
                matrix.macroRecall(),
                matrix.macroF1(),
                matrix.weightedPrecision(),
                matrix.weightedF1(),
                matrix.matthewsCorrelation(),
                matrix.kappa(),
                classification.macroAuc(),
                probability(classification, ProbabilityScores::logLoss),
                probability(classification, ProbabilityScores::brier),
                probability(classification, ProbabilityScores::calibrationError),
                classification.classes());
    }

    private static double probability(Classification classification, ToDoubleFunction<ProbabilityScores> score) {
        return classification.probabilities().stream()
                .mapToDouble(score)
                .findFirst()
                .orElse(Double.NaN);
    }
}
