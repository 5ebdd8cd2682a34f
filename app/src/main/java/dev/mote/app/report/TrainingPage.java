package dev.mote.app.report;

import dev.mote.dataset.metrics.Generalization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training run as a page of its own: its curves, and how well the model does, without scripts or links to elsewhere.
 *
 * @param title name of the model
 * @param subtitle what it was trained on, and how well it does
 * @param generalization empty if accuracy means nothing, as for values
 * @param evaluated the model over the test split; empty likewise
 * @param numbers what it predicts over the test split; empty if it tells classes
 */
public record TrainingPage(
        String title,
        String subtitle,
        boolean synthetic,
        List<Epoch> epochs,
        Optional<Generalization> generalization,
        List<Evaluated> evaluated,
        List<PredictedNumbers> numbers,
        LayerSet layers,
        String toolVersion) {
    public TrainingPage {
        epochs = List.copyOf(epochs);
        evaluated = List.copyOf(evaluated);
        numbers = List.copyOf(numbers);
    }

    public String html() {
        Map<String, Object> page = new HashMap<>();
        page.put("title", title);
        page.put("subtitle", subtitle);
        page.put("synthetic", synthetic);
        page.put("version", toolVersion);
        page.put("style", Templates.raw("style.css"));
        page.put("training", TrainingView.of(epochs, generalization));
        page.put("matrices", evaluated.isEmpty() ? Map.of() : MatrixView.of(evaluated));
        page.put("roc", evaluated.isEmpty() ? Map.of() : RocView.of(evaluated));
        page.put("numbers", NumbersView.of(numbers));
        page.put("histograms", HistogramsView.of(List.of(layers)));
        return new Templates().render("training-page", page);
    }
}
