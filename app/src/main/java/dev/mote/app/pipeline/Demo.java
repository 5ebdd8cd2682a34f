package dev.mote.app.pipeline;

import dev.mote.app.plot.Plots;
import dev.mote.app.report.Evaluated;
import dev.mote.app.report.ReportData;
import dev.mote.app.report.ReportWriter;
import dev.mote.codegen.CProject;
import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.Dataset;
import dev.mote.device.HostCompiler;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.tflite.TfliteFile;
import dev.mote.quantizer.Calibration;
import dev.mote.quantizer.QuantizationResult;
import dev.mote.quantizer.Quantizer;
import dev.mote.quantizer.QuantizerOptions;
import dev.mote.trainer.TrainedModel;
import dev.mote.trainer.Trainer;
import dev.mote.trainer.TrainingListener;
import dev.mote.trainer.recipe.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The main job: {@code data -> float model -> int8 model -> C project -> built and run -> compared}, each stage written as it is done.
 */
public final class Demo {
    private final DemoKind kind;
    private final String dataName;
    private final DataDirectory directory;
    private final Path out;
    private final TrainingListener listener;
    private final Consumer<String> log;

    /** @param log is told what begins, one line a stage */
    public Demo(
            DemoKind kind,
            String dataName,
            DataDirectory directory,
            Path out,
            TrainingListener listener,
            Consumer<String> log) {
        this.kind = kind;
        this.dataName = dataName;
        this.directory = directory;
        this.out = out;
        this.listener = listener;
        this.log = log;
    }

    /** @throws dev.mote.model.MissingToolException before anything is trained, if there is no C compiler */
    public ComparisonSummary run() {
        HostCompiler.find(Optional.empty());
        Recipe recipe = kind.recipe(dataName);
        RunFolder run = RunFolder.create(out);
        log.accept("data: " + dataName);
        Dataset dataset = recipe.data().load(Optional.of(dataName), directory, recipe.seed());
        if (dataset.isRegression()) {
            throw new BadInputException(
                    dataName + ": has numbers to predict, but the demos tell classes; use mote train");
        }
        log.accept("train: " + recipe.source());
        SampleCounts counts = new SampleCounts(listener);
        TrainedModel trained = Trainer.train(recipe, dataset, counts);
        TfliteFile.write(run.floatModel(), trained.model().graph());
        log.accept("quantize");
        QuantizationResult quantized = quantize(trained, dataset, recipe.seed());
        TfliteFile.write(run.int8Model(), quantized.model().graph());
        log.accept("generate and compare float, int8 and compiled C");
        CProject project = Firmware.project(quantized.model().graph(), run.int8Model(), recipe.name());
        project.write(run.firmware());
        Compared compared = compare(trained, quantized, project, dataset);
        ComparisonSummary summary = ComparisonSummary.of(dataset.name(), dataset.synthetic(), compared);
        SafeFile.write(run.reportJson(), Json.text(summary));
        log.accept("report");
        report(run, trained, dataset, DemoReport.data(recipe, dataset, trained, counts, quantized, compared, run));
        return summary;
    }

    private void report(RunFolder run, TrainedModel trained, Dataset dataset, ReportData data) {
        new ReportWriter().write(data, run.reportHtml());
        String name = trained.model().graph().name();
        SafeFile.write(
                run.metrics(),
                MetricsFile.json(
                        name,
                        dataset.name(),
                        dataset.synthetic(),
                        data.epochs(),
                        data.generalization(),
                        data.evaluated(),
                        List.of()));
        Plots.write(
                run.plots(),
                name,
                data.epochs(),
                data.evaluated(),
                List.of(),
                data.evaluated().stream().map(Evaluated::layerSet).toList(),
                log);
    }

    private static QuantizationResult quantize(TrainedModel trained, Dataset dataset, long seed) {
        InputPath path = InputPath.of(trained.model().graph());
        Calibration calibration = Calibration.of(
                dataset.name() + ":train",
                dataset.withChannels(path.channels()).train(),
                path,
                Calibration.DEFAULT_SAMPLES,
                seed);
        return Quantizer.quantize(trained.model(), calibration, QuantizerOptions.DEFAULT);
    }

    private static Compared compare(
            TrainedModel trained, QuantizationResult quantized, CProject project, Dataset dataset) {
        InputPath path = InputPath.of(trained.model().graph());
        return ThreeWayComparison.run(
                trained.model(),
                quantized.model(),
                project,
                path,
                dataset.labels(),
                dataset.withChannels(path.channels()).test());
    }
}
