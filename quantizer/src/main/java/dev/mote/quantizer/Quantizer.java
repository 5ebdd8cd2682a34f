package dev.mote.quantizer;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
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
        return quantize(Observed.of(model, calibration, options.equalization()), options);
    }

    /** @param observed with the equalization of {@code options} */
    static QuantizationResult quantize(Observed observed, QuantizerOptions options) {
        Graph graph = observed.graph();
        Calibration calibration = observed.calibration();
        Prepared prepared = prepare(observed, options);
        Layout layout = prepared.layout();
        QuantizeGraph.Quantized quantized = prepared.quantized();
        List<float[]> measured = calibration.spread(options.measuredSamples());
        SortedMap<Integer, ErrorSums> sums = MeasureError.measure(observed.exact(), quantized, layout, measured);
        QuantizationReport report = new MakeReport(graph, observed.histograms(), layout, sums)
                .report(
                        observed.exact().program(),
                        options,
                        calibration.samples().size(),
                        measured.size());
        Int8Model int8 = new Int8Model(withFacts(quantized.graph(), calibration, options));
        return new QuantizationResult(int8, report);
    }

    /** A quantized graph, and the layout that it has. */
    record Prepared(Layout layout, QuantizeGraph.Quantized quantized) {}

    /** As {@link #quantize(Observed, QuantizerOptions)}, without the report. */
    static Prepared prepare(Observed observed, QuantizerOptions options) {
        Graph graph = observed.graph();
        Widths.require(graph, options.wide());
        SortedMap<Integer, Range> ranges = TensorRanges.choose(observed, options);
        Layout layout = ChooseQuantization.choose(graph, ranges, options.wide());
        Graph corrected = options.correctBias() ? new CorrectBias(observed, layout, options).corrected() : graph;
        return new Prepared(layout, QuantizeGraph.apply(corrected, layout, options));
    }

    private static Graph withFacts(Graph graph, Calibration calibration, QuantizerOptions options) {
        ModelCard card = graph.card();
        TreeMap<String, String> facts = new TreeMap<>(card.facts());
        facts.put("calibration.method", options.methodText());
        facts.put("calibration.samples", Integer.toString(calibration.samples().size()));
        facts.put("calibration.source", calibration.source());
        if (options.equalization() != Equalization.NONE) {
            facts.put("quantization.equalization", options.equalization().text());
        }
        if (options.correctBias()) {
            facts.put("quantization.bias_correction", "true");
        }
        if (!options.wide().equals(WideActivations.NONE)) {
            facts.put("quantization.activations", options.wide().text());
        }
        return card.withFacts(facts).in(graph);
    }
}
