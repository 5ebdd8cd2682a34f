package dev.mote.app.pipeline;

import dev.mote.app.plot.Plots;
import dev.mote.app.report.Evaluated;
import dev.mote.app.report.ReportData;
import dev.mote.app.report.ReportWriter;
import dev.mote.codegen.CProject;
import dev.mote.dataset.Dataset;
import dev.mote.device.HostCompiler;
import dev.mote.model.MissingToolException;
import dev.mote.model.file.SafeFile;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.tflite.TfliteFile;
import dev.mote.quantizer.Calibration;
import dev.mote.quantizer.QuantizationResult;
import dev.mote.quantizer.Quantizer;
import dev.mote.quantizer.QuantizerOptions;
import dev.mote.trainer.TrainedModel;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What follows a training: {@code float model -> int8 model -> C project -> built and run -> compared}, each stage written as it is done. */
public final class DeviceStages {
    private final Recipe recipe;
    private final Dataset dataset;
    private final TrainedModel trained;
    private final SampleCounts counts;
    private final RunFolder run;
    private final Consumer<String> log;

    /** @param log is told what begins, one line a stage */
    public DeviceStages(
            Recipe recipe,
            Dataset dataset,
            TrainedModel trained,
            SampleCounts counts,
            RunFolder run,
            Consumer<String> log) {
        this.recipe = recipe;
        this.dataset = dataset;
        this.trained = trained;
        this.counts = counts;
        this.run = run;
        this.log = log;
    }

    /** All stages; {@code float.tflite} is there already. */
    ComparisonSummary run() {
        return compared(quantized());
    }

    /** All stages that are possible: the int8 model always; nothing is compared where numbers are predicted, or without a C compiler. */
    public Optional<ComparisonSummary> runWherePossible() {
        QuantizationResult quantized = quantized();
        if (dataset.isRegression()) {
            return Optional.empty();
        }
        try {
            HostCompiler.find(Optional.empty());
        } catch (MissingToolException e) {
            log.accept("no report.html: " + e.getMessage());
            return Optional.empty();
        }
        return Optional.of(compared(quantized));
    }

    private QuantizationResult quantized() {
        log.accept("quantize");
        InputPath path = InputPath.of(trained.model().graph());
        Calibration calibration = Calibration.of(
                dataset.name() + ":train",
                dataset.withChannels(path.channels()).train(),
                path,
                Calibration.DEFAULT_SAMPLES,
                recipe.seed());
        QuantizationResult quantized = Quantizer.quantize(trained.model(), calibration, QuantizerOptions.DEFAULT);
        TfliteFile.write(run.int8Model(), quantized.model().graph());
        return quantized;
    }

    private ComparisonSummary compared(QuantizationResult quantized) {
        log.accept("generate and compare float, int8 and compiled C");
        CProject project = Firmware.project(quantized.model().graph(), run.int8Model(), recipe.name());
        project.write(run.firmware());
        InputPath path = InputPath.of(trained.model().graph());
        Compared compared = ThreeWayComparison.run(
                trained.model(),
                quantized.model(),
                project,
                path,
                dataset.labels(),
                dataset.withChannels(path.channels()).test());
        ComparisonSummary summary = ComparisonSummary.of(dataset.name(), dataset.synthetic(), compared);
        SafeFile.write(run.reportJson(), Json.text(summary));
        log.accept("report");
        report(DemoReport.data(recipe, dataset, trained, counts, quantized, compared, run));
        return summary;
    }

    private void report(ReportData data) {
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
}
