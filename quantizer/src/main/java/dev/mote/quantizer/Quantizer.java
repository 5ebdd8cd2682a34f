package dev.mote.quantizer;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.interpreter.Interpreter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Post-training int8 quantization: {@code float model + calibration samples -> int8 model + report}. Same arguments, same bytes, on any
 * number of cores. What is done and why: docs/quantization.md.
 */
public final class Quantizer {
    private Quantizer() {}

    /**
     * @throws dev.mote.model.BadInputException if the model is quantized already, or a sample does not fit it or makes it compute NaN
     *     or infinity
     */
    public static QuantizationResult quantize(FloatModel model, Calibration calibration, QuantizerOptions options) {
        CheckFloatGraph.require(model.graph());
        calibration.requireFits(model.graph());
        Graph graph = FuseActivations.apply(SplitSums.apply(model.graph()));
        Interpreter exact = Interpreter.of(graph);
        SortedMap<Integer, Histogram> histograms = ObserveRanges.observe(exact, calibration);
        SortedMap<Integer, PerTensor> quantizations = ChooseQuantization.choose(graph, histograms, options);
        QuantizeGraph.Quantized quantized = QuantizeGraph.apply(graph, quantizations, options);
        List<float[]> measured = calibration.spread(options.measuredSamples());
        SortedMap<Integer, ErrorSums> sums = MeasureError.measure(exact, quantized, quantizations, measured);
        QuantizationReport report = new MakeReport(graph, histograms, quantizations, sums)
                .report(exact.program(), options, calibration.samples().size(), measured.size());
        Int8Model int8 = new Int8Model(withFacts(quantized.graph(), calibration, options));
        return new QuantizationResult(int8, report);
    }

    private static Graph withFacts(Graph graph, Calibration calibration, QuantizerOptions options) {
        ModelCard card = graph.card();
        TreeMap<String, String> facts = new TreeMap<>(card.facts());
        facts.put("calibration.method", method(options));
        facts.put("calibration.samples", Integer.toString(calibration.samples().size()));
        facts.put("calibration.source", calibration.source());
        return new ModelCard(card.labels(), card.targets(), card.preparation(), facts).in(graph);
    }

    private static String method(QuantizerOptions options) {
        String name = options.method().text();
        return options.method() == RangeMethod.PERCENTILE ? name + " " + options.percentile() : name;
    }
}
