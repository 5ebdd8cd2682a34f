package dev.mote.app.report;

import dev.mote.dataset.metrics.Generalization;
import dev.mote.device.compare.Comparison;
import dev.mote.device.compare.LayerValues;
import java.util.List;
import java.util.Optional;

/**
 * All that {@code report.html} shows. Lists may be empty: their sections are then left out.
 *
 * @param title name of the model, as {@code digits}
 * @param toolVersion as {@code 0.1.0}
 * @param comparison float against int8 over the whole test split
 * @param epochs of the training run, in order; empty if the float model came from elsewhere
 * @param generalization of the training run; empty if nothing was trained here
 * @param floatValues weights and activations of the float model; {@code int8Values} likewise
 * @param layers of the int8 model, in order of execution
 * @param ranges of the activations
 * @param flips the first samples on which float and int8 disagree; of more than {@link #SHOWN_FLIPS} the rest is not shown
 * @param files that were written beside the report
 */
public record ReportData(
        String title,
        String toolVersion,
        DatasetSummary dataset,
        ModelSummary model,
        Figures figures,
        Comparison comparison,
        List<Epoch> epochs,
        Optional<Generalization> generalization,
        List<LayerValues> floatValues,
        List<LayerValues> int8Values,
        List<Layer> layers,
        List<TensorRange> ranges,
        Optional<MemoryMap> memory,
        List<FlippedSample> flips,
        List<WrittenFile> files) {
    public static final int SHOWN_FLIPS = 24;

    public ReportData {
        epochs = List.copyOf(epochs);
        floatValues = List.copyOf(floatValues);
        int8Values = List.copyOf(int8Values);
        layers = List.copyOf(layers);
        ranges = List.copyOf(ranges);
        flips = List.copyOf(flips);
        files = List.copyOf(files);
    }

    /** Float, then int8. */
    public List<Evaluated> evaluated() {
        return List.of(
                new Evaluated("float", comparison.real(), floatValues),
                new Evaluated("int8", comparison.int8(), int8Values));
    }

    int samples() {
        return comparison.floatMatrix().total();
    }

    List<String> labels() {
        return comparison.floatMatrix().labels();
    }
}
