package dev.mote.app.command;

import dev.mote.app.pipeline.DataChoice;
import dev.mote.app.pipeline.ExplainFiles;
import dev.mote.app.pipeline.ExplainedQuantization;
import dev.mote.app.pipeline.Firmware;
import dev.mote.app.pipeline.ModelFiles;
import dev.mote.dataset.Dataset;
import dev.mote.model.BadInputException;
import dev.mote.model.CheckFailedException;
import dev.mote.model.file.SafeFile;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.tflite.TfliteFile;
import dev.mote.quantizer.Calibration;
import dev.mote.quantizer.LayerReport;
import dev.mote.quantizer.QuantizationResult;
import dev.mote.quantizer.Quantizer;
import dev.mote.quantizer.QuantizerOptions;
import dev.mote.quantizer.Validation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mote quantize}: float model and samples to an int8 model. */
@Command(
        name = "quantize",
        mixinStandardHelpOptions = true,
        description = "Make a float model int8, and show what it cost.")
public final class QuantizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FLOAT.tflite", description = "A float32 model.")
    private Path floatFile;

    @Option(
            names = "--calibration",
            required = true,
            paramLabel = "NAME[:SPLIT]",
            description = "Data set to learn the ranges from; its train split unless told otherwise.")
    private String calibration;

    @Option(names = "--out", required = true, paramLabel = "INT8.tflite", description = "Written: the int8 model.")
    private Path int8File;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many samples are looked at. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Mixin
    private RemediesOption remedies;

    @Mixin
    private ExplainOption explain;

    @Mixin
    private ScaleOption scale;

    @Mixin
    private SeedOption seed;

    @Mixin
    private DataDirectoryOption directory;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        QuantizerOptions options = options();
        Optional<Double> tolerance = explain.tolerance();
        if (explain.auto()) {
            remedies.requireNone();
        }
        SafeFile.requireWritable(int8File);
        FloatModel model = ModelFiles.readFloat(floatFile);
        InputPath path = scale.path(model.graph());
        DataChoice choice = DataChoice.parse(calibration, "train");
        if (explain.auto() && choice.split().equals("test")) {
            throw new BadInputException("--calibration is " + calibration
                    + ", but --auto would choose by samples of the test split; give a train split");
        }
        long splits = seed.value(model.graph());
        Dataset dataset = choice.load(directory.resolve(), splits, path.channels(), model.graph());
        if (explain.isGiven()) {
            Validation.Halves halves = ExplainFiles.halves(
                    calibration,
                    dataset,
                    choice.of(dataset),
                    model.graph(),
                    path,
                    count,
                    explain.validationSamples(),
                    splits);
            return explained(model, halves, options, tolerance);
        }
        Calibration samples = Calibration.of(calibration, choice.of(dataset), path, count, splits);
        sayHowSamplesAreTaken(model, samples);
        long start = System.nanoTime();
        QuantizationResult result = Quantizer.quantize(model, samples, options);
        long weightsBytes =
                Firmware.project(result.model().graph(), int8File).figures().weightsBytes();
        TfliteFile.write(int8File, result.model().graph());
        double seconds = (System.nanoTime() - start) / 1e9;
        print(ExplainedQuantization.plain(result.report(), options.text(), weightsBytes, seconds), out -> {});
        return 0;
    }

    private int explained(
            FloatModel model, Validation.Halves halves, QuantizerOptions options, Optional<Double> tolerance) {
        sayHowSamplesAreTaken(model, halves.calibration());
        ExplainFiles.Made made = ExplainFiles.run(model, halves, options, explain.explain(), tolerance, int8File);
        TfliteFile.write(int8File, made.result().model().graph());
        print(made.explained(), out -> new ExplainText(out).print(made.explained()));
        if (!made.explained().withinTolerance()) {
            throw new CheckFailedException("quantize: " + made.explained().reason());
        }
        return 0;
    }

    /** A wrong range is no error that shows: the model would be calibrated on inputs that it never sees. */
    private void sayHowSamplesAreTaken(FloatModel model, Calibration samples) {
        if (!scale.isUnknown(model.graph())) {
            return;
        }
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float[] sample : samples.samples()) {
            for (float value : sample) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "mote: quantize: %s does not say how samples become its input, so it is calibrated on values of %s"
                                + " from %.6g to %.6g; if it was trained on others, give --scale, as 0.00392157 for 0 to 1%n",
                        floatFile,
                        calibration,
                        min,
                        max);
    }

    private QuantizerOptions options() {
        if (count < 1) {
            throw new BadInputException("--samples is " + count + ", expected at least 1 (a few hundred are good)");
        }
        return remedies.options();
    }

    /** @param more what a person is told between the layers and the end */
    private void print(ExplainedQuantization quantized, Consumer<PrintWriter> more) {
        PrintWriter out = spec.commandLine().getOut();
        json.print(out, quantized, result -> {
            out.printf(Locale.ROOT, "%-32s %-28s %9s%n", "layer", "operator", "SQNR");
            for (LayerReport layer : result.layers()) {
                out.printf(Locale.ROOT, "%-32s %-28s %6.1f dB%n", layer.name(), layer.operator(), layer.sqnrDb());
            }
            more.accept(out);
            out.printf(Locale.ROOT, "weights    %,d bytes%n", result.weightsBytes());
            out.printf(Locale.ROOT, "written    %s%n", int8File);
        });
    }
}
