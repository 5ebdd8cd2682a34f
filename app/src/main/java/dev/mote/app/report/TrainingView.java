package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.app.report.Epoch.Metrics;
import dev.mote.dataset.metrics.Generalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Loss, accuracy and learning rate over the epochs, as charts and a table, and whether the model overfits. */
final class TrainingView {
    private static final Metrics NOT_MEASURED = new Metrics(Double.NaN, Double.NaN);

    private TrainingView() {}

    static Map<String, Object> of(List<Epoch> epochs, Optional<Generalization> generalization) {
        if (epochs.isEmpty()) {
            return Map.of();
        }
        List<Map<String, Object>> charts = new ArrayList<>();
        charts.add(chart("Loss", epochs, Metrics::loss));
        charts.add(chart("Accuracy in %", epochs, metrics -> metrics.accuracy() * 100));
        charts.add(learningRate(epochs));
        return Map.ofEntries(
                entry("charts", charts),
                entry("rows", rows(epochs)),
                entry("fit", generalization.map(FitView::of).orElse(Map.of())));
    }

    private static Map<String, Object> chart(String name, List<Epoch> epochs, ToDoubleFunction<Metrics> quantity) {
        double[] training = epochs.stream()
                .mapToDouble(epoch -> quantity.applyAsDouble(epoch.training()))
                .toArray();
        double[] validation = epochs.stream()
                .mapToDouble(epoch -> quantity.applyAsDouble(epoch.validation().orElse(NOT_MEASURED)))
                .toArray();
        return LineChart.view(
                name,
                epochs.getFirst().number(),
                List.of(
                        new LineChart.Series("training", "c0", training),
                        new LineChart.Series("validation", "c1 dashed", validation)));
    }

    private static Map<String, Object> learningRate(List<Epoch> epochs) {
        double[] rates = epochs.stream().mapToDouble(Epoch::learningRate).toArray();
        return LineChart.view(
                "Learning rate",
                epochs.getFirst().number(),
                List.of(new LineChart.Series("at the end of the epoch", "c2", rates)));
    }

    private static List<Map<String, Object>> rows(List<Epoch> epochs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Epoch epoch : epochs) {
            Metrics validation = epoch.validation().orElse(NOT_MEASURED);
            rows.add(Map.ofEntries(
                    entry("number", epoch.number()),
                    entry("learningRate", Text.significant(epoch.learningRate())),
                    entry("loss", Text.significant(epoch.training().loss())),
                    entry("accuracy", Text.percent(epoch.training().accuracy())),
                    entry("validationLoss", Text.significant(validation.loss())),
                    entry("validationAccuracy", Text.percent(validation.accuracy()))));
        }
        return rows;
    }
}
