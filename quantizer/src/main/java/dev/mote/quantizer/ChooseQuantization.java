package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives every activation its scale and zero point: {@code histograms -> PerTensor for each tensor}. */
final class ChooseQuantization {
    /** Steps of an operator without weights are at most this much finer than those of its input; TFLM's ADD stops at 2^19. */
    private static final double FINEST_STEP_RATIO = 1.0 / 1024;

    private final Graph graph;
    private final TieQuantization ties;
    private final Map<Integer, Range> seen = new HashMap<>();
    /** By group. */
    private final Map<Integer, Range> ranges = new HashMap<>();

    private ChooseQuantization(Graph graph, SortedMap<Integer, Histogram> histograms, QuantizerOptions options) {
        this.graph = graph;
        this.ties = TieQuantization.of(graph);
        histograms.forEach((tensor, histogram) -> seen.put(tensor, range(tensor, histogram, options)));
        seen.keySet().forEach(tensor -> ranges.computeIfAbsent(ties.group(tensor), this::groupRange));
    }

    /** By tensor index, in the order of the histograms. */
    static SortedMap<Integer, PerTensor> choose(
            Graph graph, SortedMap<Integer, Histogram> histograms, QuantizerOptions options) {
        return new ChooseQuantization(graph, histograms, options).quantizations();
    }

    private SortedMap<Integer, PerTensor> quantizations() {
        graph.inputs().forEach(input -> stretch(input, 0));
        graph.nodes().forEach(node -> node.outputs().forEach(output -> stretch(output, finestStep(node))));
        SortedMap<Integer, PerTensor> quantizations = new TreeMap<>();
        for (int tensor : seen.keySet()) {
            int group = ties.group(tensor);
            quantizations.put(
                    tensor, ties.fixed(group).orElseGet(() -> ranges.get(group).quantization()));
        }
        return quantizations;
    }

    /** A range that the model was trained with is taken as it is: its weights have settled on it. */
    private Range range(int tensor, Histogram histogram, QuantizerOptions options) {
        return graph.tensor(tensor).quantization() instanceof Quantization.Trained(float min, float max)
                ? new Range(min, max)
                : ChooseRange.choose(histogram, options).intersection(usefulRange(tensor));
    }

    /** What all readers of {@code tensor} can make use of. */
    private Range usefulRange(int tensor) {
        if (graph.outputs().contains(tensor)) {
            return Range.ALL;
        }
        return graph.nodes().stream()
                .filter(node -> node.inputs().contains(tensor))
                .map(node -> OperatorRules.usefulInput(node.operator()))
                .reduce(Range::union)
                .orElse(Range.ALL);
    }

    private Range groupRange(int group) {
        return ties.sources(group).stream().map(this::range).reduce(Range.ZERO, Range::union);
    }

    private Range range(int tensor) {
        return graph.tensor(tensor).data().map(data -> Range.of(data.floats())).orElseGet(() -> seen.get(tensor));
    }

    /** A tensor that is 0 in all samples gets the least step, and 1 where there is none. */
    private void stretch(int tensor, double leastStep) {
        ranges.computeIfPresent(ties.group(tensor), (group, range) -> {
            Range stretched = range.withScaleAtLeast(Math.max(leastStep, leastInputStep(tensor)));
            return stretched.scale() >= Float.MIN_NORMAL ? stretched : Range.ZERO.withScaleAtLeast(1);
        });
    }

    /**
     * The finest step that makes sense for the output of {@code node}: that of its accumulator. Were it finer, the kernels would shift
     * the accumulator left, and that overflows for inputs unlike those of the calibration.
     */
    private double finestStep(Node node) {
        return switch (node.operator()) {
            case Operator.Weighted weighted -> accumulatorStep(node);
            case Operator.BatchMatmul matmul -> step(node, 0) * step(node, 1);
            case Operator.Binary binary ->
                switch (binary.function()) {
                    case MUL -> step(node, 0) * step(node, 1);
                    case SQUARED_DIFFERENCE -> Math.pow(Math.max(step(node, 0), step(node, 1)), 2);
                    case ADD, SUB, DIV, MAXIMUM, MINIMUM, FLOOR_DIV, FLOOR_MOD ->
                        Math.max(step(node, 0), step(node, 1)) * FINEST_STEP_RATIO;
                };
            case Operator.Reduce mean -> step(node, 0) * FINEST_STEP_RATIO;
            case Operator.LeakyRelu leaky -> step(node, 0) * FINEST_STEP_RATIO;
            case Operator.Prelu prelu -> step(node, 0) * FINEST_STEP_RATIO;
            case Operator.AddN sum -> 0;
            case Operator.Unary unary -> step(node, 0) * FINEST_STEP_RATIO;
            case Operator.Pool2d pool -> 0;
            case Operator.Softmax softmax -> 0;
            case Operator.LogSoftmax softmax -> 0;
            case Operator.L2Normalization norm -> 0;
            case Operator.Pad pad -> 0;
            case Operator.Concatenation concatenation -> 0;
            case Operator.Reshape reshape -> 0;
            case Operator.ShapeOf shape -> 0;
            case Operator.ReduceProduct product -> 0;
            case Operator.ResizeBilinear resize -> 0;
            case Operator.CumulativeSum sum -> step(node, 0) * FINEST_STEP_RATIO;
            case Operator.Movement movement -> 0;
            case Operator.Stateful stateful -> 0;
            case Operator.Quantize quantize -> 0;
            case Operator.Dequantize dequantize -> 0;
            case Operator.Logic logic -> 0;
            case Operator.Unsupported unsupported -> 0;
        };
    }

    /** SOFTMAX takes no finer steps than 2^-26 / beta, LOG_SOFTMAX than 2^-26. */
    private double leastInputStep(int tensor) {
        return graph.nodes().stream()
                .filter(node -> node.inputs().contains(tensor))
                .mapToDouble(node -> leastInputStep(node.operator()))
                .max()
                .orElse(0);
    }

    private static double leastInputStep(Operator reader) {
        if (reader instanceof Operator.Softmax(float beta)) {
            return 0x1p-25 / beta;
        }
        return reader instanceof Operator.LogSoftmax ? 0x1p-25 : 0;
    }

    private double accumulatorStep(Node node) {
        Range weights = Range.of(graph.input(node, 1).data().orElseThrow().floats());
        return step(node, node.operator().data()) * Math.max(-weights.min(), weights.max()) / Byte.MAX_VALUE;
    }

    private double step(Node node, int position) {
        int index = node.inputs().get(position);
        Tensor tensor = graph.tensor(index);
        if (tensor.isConstant()) {
            return range(index).scale();
        }
        int group = ties.group(index);
        return ties.fixed(group)
                .map(fixed -> (double) fixed.scale())
                .orElseGet(() -> ranges.get(group).scale());
    }
}
