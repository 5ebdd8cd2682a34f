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
import dev.mote.model.graph.InputPreparation;
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
        description = "Compare an int8 model with its float form and with the compiled C, sample by sample.")
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "[FLOAT.tflite] INT8.tflite",
            description = "The float32 model and the int8 model, or the int8 model alone.")
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
        Path int8File = models.getLast();
        Optional<FloatModel> floatModel =
                models.size() == 2 ? Optional.of(ModelFiles.readFloat(models.getFirst())) : Optional.empty();
        if (floatModel.isEmpty()) {
            tolerance.requireAbsent();
        }
        Int8Model int8Model = ModelFiles.readInt8(int8File);
        InputPreparation preparation = scale.preparation(int8Model.graph());
        LabelledSamples samples = LabelledSamples.load(
                DataChoice.parse(data, "test"),
                directory.resolve(),
                seed.value(int8Model.graph()),
                preparation,
                int8Model);
        return samples.isRegression()
                ? compareNumbers(floatModel, int8Model, int8File, samples)
                : compareClasses(floatModel, int8Model, int8File, samples);
    }

    private int compareNumbers(
            Optional<FloatModel> floatModel, Int8Model int8Model, Path int8File, LabelledSamples samples) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (floatModel.isPresent()) {
            RegressionSummary summary = CompareNumbers.compare(floatModel.get(), int8Model, int8File, samples);
            json.print(out, summary, new RegressionText(out)::print);
            return tolerance.exitCode(summary, err);
        }
        Int8RegressionSummary summary = CompareNumbers.compare(int8Model, int8File, samples);
        json.print(out, summary, new RegressionText(out)::print);
        return tolerance.exitCode(summary.cMismatches(), summary.samples(), err);
    }

    private int compareClasses(
            Optional<FloatModel> floatModel, Int8Model int8Model, Path int8File, LabelledSamples samples) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (floatModel.isPresent()) {
            ComparisonSummary summary = CompareFiles.compare(floatModel.get(), int8Model, int8File, samples);
            json.print(out, summary, new SummaryText(out)::print);
            return tolerance.exitCode(summary, err);
        }
        Int8Summary summary = CompareFiles.compare(int8Model, int8File, samples);
        json.print(out, summary, new SummaryText(out)::print);
        return tolerance.exitCode(summary.cMismatches(), summary.samples(), err);
    }
}
