package dev.mote.app.pipeline;

import dev.mote.codegen.CProject;
import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.dataset.metrics.Scores;
import dev.mote.device.HostCompiler;
import dev.mote.device.compare.CompareModels;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Models that exist already, compared over one split. */
public final class CompareFiles {
    private CompareFiles() {}

    /** @param int8File that {@code int8Model} was read from: names the C project */
    public static ComparisonSummary compare(
            FloatModel floatModel, Int8Model int8Model, Path int8File, LabelledSamples data) {
        HostCompiler.find(Optional.empty());
        requireFits(floatModel.graph(), data);
        requireFits(int8Model.graph(), data);
        Compared compared = ThreeWayComparison.run(
                floatModel,
                int8Model,
                Firmware.project(int8Model.graph(), int8File),
                data.path(),
                data.labels(),
                data.samples());
        return ComparisonSummary.of(data.name(), data.synthetic(), compared);
    }

    /** The simulator against the truth and against the compiled C. */
    public static Int8Summary compare(Int8Model model, Path file, LabelledSamples data) {
        HostCompiler.find(Optional.empty());
        requireFits(model.graph(), data);
        CompareModels compare = new CompareModels(data.samples(), data.path());
        byte[] inputs = compare.inputs(model);
        List<byte[]> simulated = compare.run(model, inputs);
        Scores scores = new Scores(
                simulated.stream().map(model.outputQuantization()::dequantize).toList());
        CProject project = Firmware.project(model.graph(), file);
        Classification classification =
                Classification.of(data.labels(), data.samples().labels(), scores);
        ConfusionMatrix matrix = classification.matrix();
        return new Int8Summary(
                data.name(),
                data.synthetic(),
                data.samples().count(),
                matrix.accuracy(),
                matrix.macroF1(),
                Firmware.mismatches(simulated, Firmware.run(project, inputs)),
                project.figures().weightsBytes(),
                project.figures().arenaBytes(),
                project.figures().flashBytes(),
                project.figures().macs(),
                ClassifierFigures.of(classification));
    }

    /** A float model against the truth. */
    public static FloatSummary compare(FloatModel model, LabelledSamples data) {
        requireFits(model.graph(), data);
        Classification classification = TrainingResult.classify(model, data.labels(), data.samples(), data.path());
        return new FloatSummary(
                data.name(),
                data.synthetic(),
                data.samples().count(),
                classification.matrix().accuracy(),
                classification.matrix().macroF1(),
                ClassifierFigures.of(classification));
    }

    /** What a class number means must be the same in the model and in the data. */
    static void requireFits(Graph graph, LabelledSamples dataset) {
        String remedy = "; give the data set that the model was made for";
        if (graph.inputs().size() != 1 || graph.outputs().size() != 1) {
            throw new BadInputException(
                    "\"" + graph.name() + "\" has " + graph.inputs().size() + " inputs and "
                            + graph.outputs().size() + " outputs, but samples are compared for models with one of each;"
                            + " run it on raw tensors: mote run");
        }
        List<String> labels = graph.card().labels();
        if (!labels.isEmpty() && !labels.equals(dataset.labels())) {
            String has = dataset.isRegression()
                    ? "numbers to predict"
                    : "the classes " + String.join(", ", dataset.labels());
            throw new BadInputException(dataset.name() + ": has " + has + ", but \"" + graph.name() + "\" tells "
                    + String.join(", ", labels) + remedy);
        }
        if (!graph.card().targets().isEmpty() && !dataset.isRegression()) {
            throw new BadInputException(dataset.name() + ": has classes, but \"" + graph.name() + "\" predicts "
                    + graph.card().targets().getFirst().name() + remedy);
        }
        int outputs = graph.tensor(graph.outputs().getFirst()).shape().elements();
        if (dataset.isRegression()) {
            if (outputs != dataset.targets().size()) {
                throw new BadInputException(
                        dataset.name() + ": has " + dataset.targets().size() + " targets, but \"" + graph.name()
                                + "\" has " + outputs + " outputs" + remedy);
            }
            return;
        }
        int classes = dataset.labels().size();
        if (outputs != classes && !(outputs == 1 && classes == 2)) {
            throw new BadInputException(dataset.name() + ": has " + classes + " classes, but \"" + graph.name()
                    + "\" has " + outputs + " outputs" + remedy);
        }
    }
}
