package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.lowered.Program;
import dev.mote.model.lowered.Step;
import java.util.List;
import java.util.SortedMap;

/** Puts what was observed, chosen and measured into the report's records. */
final class MakeReport {
    private final Graph graph;
    private final SortedMap<Integer, Histogram> histograms;
    private final Layout layout;
    private final SortedMap<Integer, ErrorSums> sums;

    MakeReport(
            Graph graph, SortedMap<Integer, Histogram> histograms, Layout layout, SortedMap<Integer, ErrorSums> sums) {
        this.graph = graph;
        this.histograms = histograms;
        this.layout = layout;
        this.sums = sums;
    }

    QuantizationReport report(Program program, QuantizerOptions options, int calibrationSamples, int measuredSamples) {
        double signal = graph.outputs().stream()
                .mapToDouble(output -> sums.get(output).signal())
                .sum();
        double error = graph.outputs().stream()
                .mapToDouble(output -> sums.get(output).error())
                .sum();
        List<LayerReport> layers = program.steps().stream().map(this::layer).toList();
        List<TensorReport> tensors =
                ObserveRanges.activations(graph).stream().map(this::tensor).toList();
        return new QuantizationReport(
                options.method().text(),
                calibrationSamples,
                measuredSamples,
                Sqnr.decibels(signal, error),
                layers,
                tensors);
    }

    private LayerReport layer(Step step) {
        Node node = graph.nodes().get(step.node());
        ErrorSums sum = sums.get(step.output());
        Extremes weights = weights(node);
        return new LayerReport(
                graph.tensor(step.output()).name(),
                OperatorNames.of(node.operator()),
                sum.sqnrDb(),
                step.layer().macs(),
                weights.min(),
                weights.max(),
                sum.worstChannel(),
                sum.sqnrDb(sum.worstChannel()));
    }

    private record Extremes(float min, float max) {}

    private Extremes weights(Node node) {
        if (OperatorRules.weightsAxis(node.operator()).isEmpty()) {
            return new Extremes(0, 0);
        }
        TensorData data = graph.input(node, 1).data().orElseThrow();
        float min = data.float32(0);
        float max = min;
        for (float value : data.floats()) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return new Extremes(min, max);
    }

    private TensorReport tensor(int index) {
        Encoding encoding = layout.stored().get(index);
        PerTensor quantization = encoding.perTensor();
        Range range = encoding.range();
        return new TensorReport(
                graph.tensor(index).name(),
                histograms.get(index).min(),
                histograms.get(index).max(),
                range.min(),
                range.max(),
                quantization.scale(),
                quantization.zeroPoint(),
                sums.get(index).clippedShare());
    }
}
