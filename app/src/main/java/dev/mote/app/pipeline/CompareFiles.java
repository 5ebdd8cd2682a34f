package dev.mote.app.pipeline;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.device.HostCompiler;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        HostCompiler.find(Optional.empty());
        requireFits(floatModel.graph(), dataset);
        requireFits(int8Model.graph(), dataset);
        Compared compared = ThreeWayComparison.run(
                floatModel,
                int8Model,
                Firmware.project(int8Model.graph(), int8File),
                preparation,
                dataset.labels(),
                samples);
        return ComparisonSummary.of(dataset.name(), dataset.synthetic(), compared);
    }

    /** What a class number means must be the same in the model and in the data. */
    private static void requireFits(Graph graph, Dataset dataset) {
        String remedy = "; give the data set that the model was made for";
        if (graph.inputs().size() != 1 || graph.outputs().size() != 1) {
            throw new BadInputException(
                    "\"" + graph.name() + "\" has " + graph.inputs().size() + " inputs and "
                            + graph.outputs().size() + " outputs, but samples are compared for models with one of each;"
                            + " run it on raw tensors: mote run");
        }
        List<String> labels = graph.card().labels();
        if (!labels.isEmpty() && !labels.equals(dataset.labels())) {
            throw new BadInputException(dataset.name() + ": has the classes " + String.join(", ", dataset.labels())
                    + ", but \"" + graph.name() + "\" tells " + String.join(", ", labels) + remedy);
        }
        int outputs = graph.tensor(graph.outputs().getFirst()).shape().elements();
        int classes = dataset.labels().size();
        if (outputs != classes && !(outputs == 1 && classes == 2)) {
            throw new BadInputException(dataset.name() + ": has " + classes + " classes, but \"" + graph.name()
                    + "\" has " + outputs + " outputs" + remedy);
        }
    }
}
