package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.dataset.metrics.ClassMetrics;
import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.dataset.metrics.ProbabilityScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Confusion matrices as tables with heat, the scores of each class, and those over all classes. */
final class MatrixView {
    /** Matrices of more classes are not readable, and grow with the square. */
    private static final int SHOWN_CLASSES = 32;

    private static final int SHORT_LABEL = 3;
    /** Least share of a row for each depth of colour. */
    private static final double[] HEAT = {0, 0.01, 0.03, 0.10, 0.30, 0.80};

    private static final List<ToDoubleFunction<ClassMetrics>> SCORES = List.of(
            ClassMetrics::precision,
            ClassMetrics::recall,
            ClassMetrics::specificity,
            ClassMetrics::negativePredictiveValue,
            ClassMetrics::f1,
            ClassMetrics::auc);

    private MatrixView() {}

    /** @param models one, or several of which the first is the reference */
    static Map<String, Object> of(List<Evaluated> models) {
        ConfusionMatrix reference = models.getFirst().classification().matrix();
        return Map.ofEntries(
                entry("shown", reference.labels().size() <= SHOWN_CLASSES),
                entry("upright", reference.labels().stream().anyMatch(label -> label.length() > SHORT_LABEL)),
                entry("labels", reference.labels()),
                entry(
                        "both",
                        models.stream()
                                .map(model -> matrix(
                                        model.name(), model.classification().matrix(), reference))
                                .toList()),
                entry("models", models.stream().map(Evaluated::name).toList()),
                entry("several", models.size() > 1),
                entry("columns", List.of("Precision", "Recall", "Specificity", "NPV", "F1", "AUC")),
                entry("rows", classes(models)),
                entry("overall", overall(models)));
    }

    private static Map<String, Object> matrix(String name, ConfusionMatrix matrix, ConfusionMatrix reference) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int truth = 0; truth < matrix.labels().size(); truth++) {
            rows.add(Map.of("label", matrix.labels().get(truth), "cells", cells(matrix, reference, truth)));
        }
        return Map.ofEntries(
                entry("name", name), entry("accuracy", Text.percent(matrix.accuracy())), entry("rows", rows));
    }

    private static List<Map<String, Object>> cells(ConfusionMatrix matrix, ConfusionMatrix reference, int truth) {
        List<Integer> counts = matrix.counts().get(truth);
        int whole = counts.stream().mapToInt(Integer::intValue).sum();
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int predicted = 0; predicted < counts.size(); predicted++) {
            int count = counts.get(predicted);
            int change = count - reference.counts().get(truth).get(predicted);
            cells.add(Map.ofEntries(
                    entry("count", count == 0 && change == 0 ? "·" : Text.count(count)),
                    entry("heat", heat(count, whole, predicted == truth)),
                    entry("change", change == 0 ? "" : Text.signed(change, 0)),
                    entry("title", title(matrix, truth, predicted, count, whole))));
        }
        return cells;
    }

    private static String heat(int count, int whole, boolean hit) {
        if (count == 0) {
            return "none";
        }
        int depth = 0;
        while (depth + 1 < HEAT.length && (double) count / whole >= HEAT[depth + 1]) {
            depth++;
        }
        return (hit ? "hit" : "miss") + depth;
    }

    private static String title(ConfusionMatrix matrix, int truth, int predicted, int count, int whole) {
        String what = matrix.labels().get(truth) + " taken for "
                + matrix.labels().get(predicted) + ": " + Text.count(count) + " of " + Text.count(whole);
        return whole == 0 ? what : what + " (" + Text.percent((double) count / whole) + ")";
    }

    private static List<Map<String, Object>> classes(List<Evaluated> models) {
        List<List<ClassMetrics>> all =
                models.stream().map(model -> model.classification().classes()).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int c = 0; c < all.getFirst().size(); c++) {
            int k = c;
            List<ClassMetrics> one = all.stream().map(classes -> classes.get(k)).toList();
            List<Map<String, Object>> figures = new ArrayList<>();
            for (ToDoubleFunction<ClassMetrics> score : SCORES) {
                one.forEach(metrics -> figures.add(
                        Map.of("text", Text.share(score.applyAsDouble(metrics)), "first", metrics == one.getFirst())));
            }
            rows.add(Map.ofEntries(
                    entry("label", one.getFirst().label()),
                    entry("samples", Text.count(one.getFirst().support())),
                    entry("figures", figures),
                    entry(
                            "change",
                            Text.signed(one.getLast().f1() - one.getFirst().f1(), 3))));
        }
        return rows;
    }

    private static List<Map<String, Object>> overall(List<Evaluated> models) {
        List<Classification> all =
                models.stream().map(Evaluated::classification).toList();
        List<Map<String, Object>> rows = new ArrayList<>();
        add(
                rows,
                all,
                "Accuracy",
                "share of right answers",
                c -> Text.percent(c.matrix().accuracy()));
        add(
                rows,
                all,
                "95 % interval",
                "of the accuracy, by Wilson's score",
                c -> Text.percent(c.accuracyInterval().low()) + " to "
                        + Text.percent(c.accuracyInterval().high()));
        add(
                rows,
                all,
                "Balanced accuracy",
                "mean recall: as if all classes were equally frequent",
                c -> Text.percent(c.matrix().balancedAccuracy()));
        add(
                rows,
                all,
                "Macro precision, recall, F1",
                "means over the classes",
                c -> Text.share(c.matrix().macroPrecision())
                        + ", " + Text.share(c.matrix().macroRecall()) + ", "
                        + Text.share(c.matrix().macroF1()));
        add(
                rows,
                all,
                "Weighted F1",
                "mean over the classes, weighted by their samples",
                c -> Text.share(c.matrix().weightedF1()));
        add(rows, all, "Macro AUC", "mean area below the ROC curves", c -> Text.fixed(c.macroAuc(), 4));
        add(
                rows,
                all,
                "Matthews correlation",
                "1: all right, 0: as good as guessing",
                c -> Text.share(c.matrix().matthewsCorrelation()));
        add(
                rows,
                all,
                "Cohen's kappa",
                "agreement beyond chance: 1 all, 0 none",
                c -> Text.share(c.matrix().kappa()));
        probability(rows, all, "Log loss", "of the probabilities; 0 is best", ProbabilityScores::logLoss);
        probability(rows, all, "Brier score", "of the probabilities; 0 is best, 2 worst", ProbabilityScores::brier);
        probability(
                rows,
                all,
                "Calibration error",
                "mean distance of confidence and accuracy; 0 is best",
                ProbabilityScores::calibrationError);
        return rows;
    }

    private static void probability(
            List<Map<String, Object>> rows,
            List<Classification> all,
            String name,
            String meaning,
            ToDoubleFunction<ProbabilityScores> score) {
        if (all.stream().anyMatch(c -> c.probabilities().isPresent())) {
            add(
                    rows,
                    all,
                    name,
                    meaning,
                    c -> c.probabilities()
                            .map(probabilities -> Text.fixed(score.applyAsDouble(probabilities), 4))
                            .orElse(Text.NOT_KNOWN));
        }
    }

    private static void add(
            List<Map<String, Object>> rows,
            List<Classification> all,
            String name,
            String meaning,
            Function<Classification, String> figure) {
        rows.add(Map.of(
                "name",
                name,
                "meaning",
                meaning,
                "figures",
                all.stream().map(figure).toList()));
    }
}
