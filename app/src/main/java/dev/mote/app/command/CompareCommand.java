package dev.mote.app.command;

import dev.mote.app.pipeline.CompareFiles;
import dev.mote.app.pipeline.ComparisonSummary;
import dev.mote.app.pipeline.DataChoice;
import dev.mote.app.pipeline.ModelFiles;
import dev.mote.dataset.Dataset;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import java.nio.file.Path;
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
        description = "Compare a float model with its int8 form and the compiled C, sample by sample.")
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FLOAT.tflite", description = "The float32 model.")
    private Path floatFile;

    @Parameters(index = "1", paramLabel = "INT8.tflite", description = "The int8 model.")
    private Path int8File;

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
        FloatModel floatModel = ModelFiles.readFloat(floatFile);
        Int8Model int8Model = ModelFiles.readInt8(int8File);
        InputPreparation preparation = scale.preparation(int8Model.graph());
        DataChoice choice = DataChoice.parse(data, "test");
        Dataset dataset = choice.load(directory.resolve(), seed.value(), preparation);
        ComparisonSummary summary =
                CompareFiles.compare(floatModel, int8Model, int8File, preparation, dataset, choice.of(dataset));
        json.print(
                spec.commandLine().getOut(),
                summary,
                new SummaryText(spec.commandLine().getOut())::print);
        return tolerance.exitCode(summary, spec.commandLine().getErr());
    }
}
