package dev.mote.app.report;

import dev.mote.device.compare.Comparison;
import java.util.List;
import java.util.Optional;

/**
 * All that {@code report.html} shows. Lists may be empty: their sections are then left out.
 *
 * @param title name of the model, as {@code digits}
 * @param toolVersion as {@code 0.1.0}
 * @param comparison float against int8 over the whole test split
 * @param epochs of the training run, in order; empty if the float model came from elsewhere
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
        List<Layer> layers,
        List<TensorRange> ranges,
        Optional<MemoryMap> memory,
        List<FlippedSample> flips,
        List<WrittenFile> files) {
    public static final int SHOWN_FLIPS = 24;

    public ReportData {
        epochs = List.copyOf(epochs);
        layers = List.copyOf(layers);
        ranges = List.copyOf(ranges);
        flips = List.copyOf(flips);
        files = List.copyOf(files);
    }

    int samples() {
        return comparison.floatMatrix().total();
    }

    List<String> labels() {
        return comparison.floatMatrix().labels();
    }
}
