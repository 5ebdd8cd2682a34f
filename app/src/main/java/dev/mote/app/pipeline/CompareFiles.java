package dev.mote.app.pipeline;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import java.nio.file.Path;

/** Two models that exist already, compared over one split. */
public final class CompareFiles {
    private CompareFiles() {}

    /** @param int8File that {@code int8Model} was read from: names the C project */
    public static ComparisonSummary compare(
            FloatModel floatModel,
            Int8Model int8Model,
            Path int8File,
            InputPreparation preparation,
            Dataset dataset,
            Samples samples) {
        Compared compared = ThreeWayComparison.run(
                floatModel, int8Model, Firmware.project(int8Model, int8File), preparation, dataset.labels(), samples);
        return ComparisonSummary.of(dataset.name(), dataset.synthetic(), compared);
    }
}
