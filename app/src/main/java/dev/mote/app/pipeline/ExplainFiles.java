package dev.mote.app.pipeline;

import dev.mote.app.pipeline.QuantizationRows.LayerRow;
import dev.mote.app.pipeline.QuantizationRows.RemedyRow;
import dev.mote.codegen.Figures;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.quantizer.AutoQuantize;
import dev.mote.quantizer.Calibration;
import dev.mote.quantizer.Choice;
import dev.mote.quantizer.ExplainQuantization;
import dev.mote.quantizer.Explanation;
import dev.mote.quantizer.Footprint;
import dev.mote.quantizer.QuantizationResult;
import dev.mote.quantizer.Quantizer;
import dev.mote.quantizer.QuantizerOptions;
import dev.mote.quantizer.Remedy;
import dev.mote.quantizer.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Quantizes with measurements on samples that do not calibrate. */
public final class ExplainFiles {
    /** Points that {@code --auto} may lose where nothing else is said. */
    public static final double DEFAULT_TOLERANCE = 0.1;

    private ExplainFiles() {}

    /** What was made, and what is told of it. */
    public record Made(QuantizationResult result, ExplainedQuantization explained) {}

    /** @param samples of the split that is named: calibration and validation samples are both taken from it */
    public static Validation.Halves halves(
            String source,
            Dataset dataset,
            Samples samples,
            Graph graph,
            InputPath path,
            int calibration,
            int validation,
            long seed) {
        return Validation.split(source, samples, isLabelled(dataset, graph), path, calibration, validation, seed);
    }

    /** Whether the outputs of {@code graph} are the classes of {@code dataset}. */
    private static boolean isLabelled(Dataset dataset, Graph graph) {
        List<String> labels = graph.card().labels();
        int outputs = graph.tensor(graph.outputs().getFirst()).shape().elements();
        int classes = dataset.labels().size();
        return (labels.isEmpty() || labels.equals(dataset.labels()))
                && !dataset.isRegression()
                && (outputs == classes || outputs == 1 && classes == 2);
    }

    /**
     * @param explain whether layers and remedies are measured one by one
     * @param tolerance points that may be lost; empty: {@code options} are taken as they are
     * @param int8File that will be written: names the C whose size is told
     */
    public static Made run(
            FloatModel model,
            Validation.Halves halves,
            QuantizerOptions options,
            boolean explain,
            Optional<Double> tolerance,
            Path int8File) {
        long start = System.nanoTime();
        Calibration calibration = halves.calibration();
        Optional<Choice> choice = tolerance.map(points -> AutoQuantize.choose(
                model, calibration, halves.validation(), options, points, int8 -> footprint(int8, int8File)));
        Optional<Explanation> explanation = explain
                ? Optional.of(ExplainQuantization.explain(
                        model, calibration, halves.validation(), options, int8 -> footprint(int8, int8File)))
                : Optional.empty();
        QuantizationResult result =
                choice.map(Choice::result).orElseGet(() -> Quantizer.quantize(model, calibration, options));
        Map<String, Remedy> remedies = new LinkedHashMap<>();
        explanation.ifPresent(told -> told.remedies().forEach(remedy -> remedies.put(remedy.name(), remedy)));
        choice.ifPresent(told -> told.tried().forEach(remedy -> remedies.putIfAbsent(remedy.name(), remedy)));
        ExplainedQuantization explained = new ExplainedQuantization(
                result.report().layers(),
                result.report().tensors(),
                result.report().outputSqnrDb(),
                result.report().method(),
                footprint(result.model(), int8File).weightsBytes(),
                calibration.samples().size(),
                halves.validation().samples().size(),
                exact(choice, explanation),
                explanation.stream()
                        .flatMap(told -> told.layers().stream())
                        .map(LayerRow::of)
                        .toList(),
                new ArrayList<>(remedies.values()).stream().map(RemedyRow::of).toList(),
                choice.map(told -> told.chosen().name()).orElseGet(options::text),
                choice.map(Choice::withinTolerance).orElse(true),
                choice.map(Choice::reason).orElse(""),
                (System.nanoTime() - start) / 1e9);
        return new Made(result, explained);
    }

    private static OptionalDouble exact(Optional<Choice> choice, Optional<Explanation> explanation) {
        return choice.map(told -> told.exact().accuracy())
                .or(() -> explanation.map(told -> told.exact().accuracy()))
                .orElse(OptionalDouble.empty());
    }

    private static Footprint footprint(Int8Model model, Path int8File) {
        Figures figures = Firmware.project(model.graph(), int8File).figures();
        return new Footprint(figures.weightsBytes(), figures.arenaBytes(), figures.flashBytes());
    }
}
