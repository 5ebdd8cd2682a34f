package dev.mote.app.studio.model;

import dev.mote.app.pipeline.DataChoice;
import dev.mote.app.pipeline.LabelledSamples;
import dev.mote.app.studio.workspace.FileState;
import dev.mote.app.studio.workspace.LoadedModels;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.ModestModel;
import dev.mote.app.studio.workspace.RecentlyUsed;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.Datasets;
import dev.mote.device.compare.LayerErrors;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.NumberKind;
import dev.mote.model.graph.TensorType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares int8 models with the float models of their runs, layer by layer; one at a time, and kept until a file changes. */
@Singleton
final class QuantizationErrors {
    private static final int MOST = 32;
    private static final long NOISE_SEED = 1;

    private final LoadedModels models;
    private final DataDirectory data;

    private final Map<List<FileState>, ErrorTable> known = new RecentlyUsed<>(MOST);

    QuantizationErrors(LoadedModels models, DataDirectory data) {
        this.models = models;
        this.data = data;
    }

    ErrorTable of(Analysis analysis, RunEntry run) {
        ModelEntry model = analysis.entry();
        NumberKind kind = NumberKind.of(analysis.reading().graph());
        Optional<ModelEntry> exact = run.floatModel().filter(entry -> !entry.equals(model));
        if (analysis.ready().isEmpty()) {
            return ErrorTable.none("Mote cannot run this model");
        }
        if (kind == NumberKind.FLOAT) {
            return ErrorTable.none("this model computes in float: there is nothing to lose to integers");
        }
        Graph graph = analysis.ready().get().program().graph();
        if (!hasEnds(graph, TensorType.INT8) || graph.inputs().size() != 1) {
            return ErrorTable.none("only models with one input and int8 at both ends are compared layer by layer");
        }
        if (exact.isEmpty()) {
            return ErrorTable.none("there is no float.tflite beside it, so there is nothing to compare it with");
        }
        try {
            ModestModel.require(model.name(), graph);
        } catch (BadInputException e) {
            return ErrorTable.none(e.getMessage());
        }
        return measured(analysis, graph, exact.get());
    }

    private synchronized ErrorTable measured(Analysis analysis, Graph graph, ModelEntry exact) {
        List<FileState> files = List.of(FileState.of(analysis.entry().file()), FileState.of(exact.file()));
        ErrorTable table = known.get(files);
        if (table == null) {
            table = compared(analysis.ready().orElseThrow(), graph, models.graph(exact));
            known.put(files, table);
        }
        return table;
    }

    private ErrorTable compared(Analysis.Ready ready, Graph graph, Graph exact) {
        if (!hasEnds(exact, TensorType.FLOAT32) || !sameInputs(graph, exact)) {
            return ErrorTable.none("float.tflite beside it takes other inputs, so the two cannot be compared");
        }
        FloatModel floats = new FloatModel(exact);
        Int8Model int8 = new Int8Model(graph);
        Optional<LabelledSamples> samples = samples(graph);
        if (samples.isPresent()) {
            LabelledSamples some = samples.get();
            return ErrorTable.of(
                    ready,
                    LayerErrors.of(floats, int8, some.samples(), some.path()),
                    some.name() + ", test split",
                    some.synthetic());
        }
        return ErrorTable.of(
                ready,
                LayerErrors.ofNoise(floats, int8, NOISE_SEED),
                "noise over the range of the input (seed " + NOISE_SEED + "), as its data set is not at hand",
                true);
    }

    private static boolean hasEnds(Graph graph, TensorType type) {
        return Stream.concat(graph.inputs().stream(), graph.outputs().stream())
                .allMatch(end -> graph.tensor(end).type() == type);
    }

    private static boolean sameInputs(Graph one, Graph other) {
        return other.inputs().size() == 1
                && one.tensor(one.inputs().getFirst()).shape().elements()
                        == other.tensor(other.inputs().getFirst()).shape().elements();
    }

    /** Of the data set that the model was trained on, if it is a known one: a path in a model file is not followed. */
    private Optional<LabelledSamples> samples(Graph graph) {
        Map<String, String> facts = graph.card().facts();
        String name = facts.getOrDefault("dataset", "");
        if (!Datasets.names().contains(name)) {
            return Optional.empty();
        }
        try {
            InputPath path = InputPath.of(graph);
            LabelledSamples samples =
                    LabelledSamples.load(new DataChoice(name, "test"), data, seed(facts), path, new Int8Model(graph));
            boolean fits = samples.samples().count() > 0
                    && path.outputShape(samples.samples().shape()).elements()
                            == graph.tensor(graph.inputs().getFirst()).shape().elements();
            return fits ? Optional.of(samples) : Optional.empty();
        } catch (BadInputException e) {
            return Optional.empty();
        }
    }

    private static long seed(Map<String, String> facts) {
        try {
            return Long.parseLong(facts.getOrDefault("seed", "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
