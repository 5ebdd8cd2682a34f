package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.dataset.metrics.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Both confusion matrices as tables with heat, and precision, recall and F1 of each class. */
final class MatrixView {
    /** Matrices of more classes are not readable, and grow with the square. */
    private static final int SHOWN_CLASSES = 32;

    private static final int SHORT_LABEL = 3;
    /** Least share of a row for each depth of colour. */
    private static final double[] HEAT = {0, 0.01, 0.03, 0.10, 0.30, 0.80};

    private MatrixView() {}

    static Map<String, Object> of(ReportData data) {
        ConfusionMatrix real = data.comparison().floatMatrix();
        ConfusionMatrix int8 = data.comparison().int8Matrix();
        return Map.ofEntries(
                entry("shown", real.labels().size() <= SHOWN_CLASSES),
                entry("upright", real.labels().stream().anyMatch(label -> label.length() > SHORT_LABEL)),
                entry("labels", real.labels()),
                entry("both", List.of(matrix("float", real, real), matrix("int8", int8, real))),
                entry("rows", classes(real, int8)));
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

    private static List<Map<String, Object>> classes(ConfusionMatrix real, ConfusionMatrix int8) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int c = 0; c < real.labels().size(); c++) {
            int samples =
                    real.counts().get(c).stream().mapToInt(Integer::intValue).sum();
            rows.add(Map.ofEntries(
                    entry("label", real.labels().get(c)),
                    entry("samples", Text.count(samples)),
                    entry(
                            "figures",
                            List.of(
                                    Text.share(real.precision(c)),
                                    Text.share(real.recall(c)),
                                    Text.share(real.f1(c)),
                                    Text.share(int8.precision(c)),
                                    Text.share(int8.recall(c)),
                                    Text.share(int8.f1(c)))),
                    entry("change", Text.signed(int8.f1(c) - real.f1(c), 3))));
        }
        return rows;
    }
}
