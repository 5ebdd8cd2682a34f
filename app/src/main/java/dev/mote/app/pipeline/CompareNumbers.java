package dev.mote.app.pipeline;

import dev.mote.codegen.CProject;
import dev.mote.dataset.metrics.Regression;
import dev.mote.dataset.metrics.Scores;
import dev.mote.device.HostCompiler;
import dev.mote.device.compare.CompareModels;
import dev.mote.device.compare.NumberComparison;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Quantity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Models that exist already and predict numbers, compared over one split. */
public final class CompareNumbers {
    private final LabelledSamples data;
    private final CompareModels compare;
    private final CProject project;
    private final Scores scores;
    private final int cMismatches;

    private CompareNumbers(Int8Model model, Path file, LabelledSamples data) {
        HostCompiler.find(Optional.empty());
        CompareFiles.requireFits(model.graph(), data);
        this.data = data;
        compare = new CompareModels(data.samples(), data.path());
        byte[] inputs = compare.inputs(model);
        List<byte[]> simulated = compare.run(model, inputs);
        scores = new Scores(
                simulated.stream().map(model.outputQuantization()::dequantize).toList());
        project = Firmware.project(model.graph(), file);
        cMismatches = Firmware.mismatches(simulated, Firmware.run(project, inputs));
    }

    /** @param int8File that {@code int8Model} was read from: names the C project */
    public static RegressionSummary compare(
            FloatModel floatModel, Int8Model int8Model, Path int8File, LabelledSamples data) {
        CompareFiles.requireFits(floatModel.graph(), data);
        return new CompareNumbers(int8Model, int8File, data).with(floatModel);
    }

    /** The simulator against the truth and against the compiled C. */
    public static Int8RegressionSummary compare(Int8Model model, Path file, LabelledSamples data) {
        return new CompareNumbers(model, file, data).alone();
    }

    /** A float model against the truth. */
    public static FloatRegressionSummary compare(FloatModel model, LabelledSamples data) {
        CompareFiles.requireFits(model.graph(), data);
        Scores scores = new CompareModels(data.samples(), data.path()).run(model);
        Regression error = Regression.of(
                data.targets().stream().map(Quantity::name).toList(),
                data.samples().targets(),
                scores.outputs());
        return new FloatRegressionSummary(
                data.name(),
                data.synthetic(),
                data.samples().count(),
                error.meanAbsoluteError(),
                error.meanSquaredError(),
                error.r2());
    }

    private RegressionSummary with(FloatModel floatModel) {
        NumberComparison comparison =
                NumberComparison.of(data.targets(), data.samples(), compare.run(floatModel), scores);
        return RegressionSummary.of(data, comparison, project.figures(), cMismatches);
    }

    private Int8RegressionSummary alone() {
        Regression error = Regression.of(
                data.targets().stream().map(Quantity::name).toList(),
                data.samples().targets(),
                scores.outputs());
        return new Int8RegressionSummary(
                data.name(),
                data.synthetic(),
                data.samples().count(),
                error.meanAbsoluteError(),
                error.meanSquaredError(),
                error.r2(),
                cMismatches,
                project.figures().weightsBytes(),
                project.figures().arenaBytes(),
                project.figures().flashBytes(),
                project.figures().macs());
    }
}
