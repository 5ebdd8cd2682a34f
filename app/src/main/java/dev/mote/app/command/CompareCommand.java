package dev.mote.app.command;

import dev.mote.app.pipeline.CompareFiles;
import dev.mote.app.pipeline.CompareNumbers;
import dev.mote.app.pipeline.ComparisonSummary;
import dev.mote.app.pipeline.DataChoice;
import dev.mote.app.pipeline.Int8RegressionSummary;
import dev.mote.app.pipeline.Int8Summary;
import dev.mote.app.pipeline.LabelledSamples;
import dev.mote.app.pipeline.ModelFiles;
import dev.mote.app.pipeline.RegressionSummary;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote compare}: float against int8 against compiled C, sample by sample. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compare an int8 model with its float form and with the compiled C, sample by sample;",
            "or tell how well one model alone does."
        })
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "[FLOAT.tflite] [INT8.tflite]",
            description = "The float32 model and the int8 model, or one of them alone.")
    private List<Path> models;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "NAME[:SPLIT]",
            description = "Labelled samples; the test split unless told otherwise.")
    private String data;

    @Mixin
    private ScaleOption scale;

    @Mixin
    private ToleranceOption tolerance;

    @Mixin
    private SeedOption seed;

    @Mixin
    private DataDirectoryOption directory;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        if (models.size() == 2) {
            return both(ModelFiles.readFloat(models.getFirst()), ModelFiles.readInt8(models.getLast()));
        }
        tolerance.requireAbsent();
        Optional<FloatModel> floatModel = ModelFiles.readIfFloat(models.getFirst());
        return floatModel.isPresent() ? alone(floatModel.get()) : alone(ModelFiles.readInt8(models.getFirst()));
    }

    private int both(FloatModel floatModel, Int8Model int8Model) {
        Path int8File = models.getLast();
        LabelledSamples samples = samples(int8Model);
        PrintWriter err = spec.commandLine().getErr();
        if (samples.isRegression()) {
            RegressionSummary summary = CompareNumbers.compare(floatModel, int8Model, int8File, samples);
            json.print(out(), summary, new RegressionText(out())::print);
            return tolerance.exitCode(summary, err);
        }
        ComparisonSummary summary = CompareFiles.compare(floatModel, int8Model, int8File, samples);
        json.print(out(), summary, new SummaryText(out())::print);
        return tolerance.exitCode(summary, err);
    }

    private int alone(Int8Model model) {
        Path file = models.getFirst();
        LabelledSamples samples = samples(model);
        PrintWriter err = spec.commandLine().getErr();
        if (samples.isRegression()) {
            Int8RegressionSummary summary = CompareNumbers.compare(model, file, samples);
            json.print(out(), summary, new RegressionText(out())::print);
            return tolerance.exitCode(summary.cMismatches(), summary.samples(), err);
        }
        Int8Summary summary = CompareFiles.compare(model, file, samples);
        json.print(out(), summary, new SummaryText(out())::print);
        return tolerance.exitCode(summary.cMismatches(), summary.samples(), err);
    }

    private int alone(FloatModel model) {
        Graph graph = model.graph();
        LabelledSamples samples = LabelledSamples.load(
                DataChoice.parse(data, "test"), directory.resolve(), seed.value(graph), scale.path(graph), graph);
        if (samples.isRegression()) {
            json.print(out(), CompareNumbers.compare(model, samples), new RegressionText(out())::print);
        } else {
            json.print(out(), CompareFiles.compare(model, samples), new SummaryText(out())::print);
        }
        return 0;
    }

    private LabelledSamples samples(Int8Model model) {
        return LabelledSamples.load(
                DataChoice.parse(data, "test"),
                directory.resolve(),
                seed.value(model.graph()),
                scale.path(model.graph()),
                model);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
