package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives every activation its scale and zero point, and each node what it reads and writes: {@code ranges -> Layout}. */
final class ChooseQuantization {
    /** Steps of an operator without weights are at most this much finer than those of its input; TFLM's ADD stops at 2^19. */
    private static final double FINEST_STEP_RATIO = 1.0 / 1024;

    private final Graph graph;
    private final TieQuantization ties;
    private final Widths widths;
    private final Map<Integer, Range> seen = new HashMap<>();
    /** By group. */
    private final Map<Integer, Range> ranges = new HashMap<>();

    private ChooseQuantization(Graph graph, SortedMap<Integer, Range> seen, WideActivations wide) {
        this.graph = graph;
        this.ties = TieQuantization.of(graph);
        this.widths = new Widths(graph, ties, wide);
        this.seen.putAll(seen);
        this.seen.replaceAll((tensor, range) ->
                TensorRanges.isTrained(graph, tensor) ? range : range.intersection(usefulRange(tensor)));
        seen.keySet().forEach(tensor -> ranges.computeIfAbsent(ties.group(tensor), this::groupRange));
    }

    /** @param seen the range of each activation by itself, by tensor index: {@link TensorRanges} */
    static Layout choose(Graph graph, SortedMap<Integer, Range> seen, WideActivations wide) {
        return new ChooseQuantization(graph, seen, wide).layout();
    }

    private Layout layout() {
        graph.inputs().forEach(input -> stretch(input, 0));
        graph.nodes().forEach(node -> node.outputs().forEach(output -> stretch(output, finestStep(node))));
        SortedMap<Integer, Encoding> stored = new TreeMap<>();
        seen.keySet().forEach(tensor -> stored.put(tensor, widths.isWide(tensor) ? wide(tensor) : narrow(tensor)));
        return new Layout(
                stored,
                graph.nodes().stream().map(node -> nodeLayout(node, stored)).toList(),
                graph.inputs().stream().collect(Collectors.toMap(input -> input, this::narrow)),
                graph.outputs().stream().distinct().collect(Collectors.toMap(output -> output, this::narrow)));
    }

    private Layout.NodeLayout nodeLayout(Node node, SortedMap<Integer, Encoding> stored) {
        boolean isWide = widths.isWide(node);
        Map<Integer, Encoding> reads = new HashMap<>();
        for (int input : node.inputs()) {
            if (stored.containsKey(input)) {
                Encoding own = stored.get(input);
                Encoding any = isWide ? own.widened() : own;
                reads.put(input, OperatorRules.keepsQuantization(node.operator()) ? stored.get(node.output()) : any);
            }
        }
        Map<Integer, Encoding> writes = new HashMap<>();
        for (int output : node.outputs()) {
            Encoding own = stored.get(output);
            writes.put(output, isWide && !own.isWide() ? seam(node) : own);
        }
        return new Layout.NodeLayout(reads, writes, isWide);
    }

    /** What a node that computes with int16 writes for a group of int8. */
    private Encoding seam(Node node) {
        double scale = ranges.get(ties.group(node.output())).wideScale();
        return OperatorRules.fixedOutput(node.operator()).isPresent()
                ? Encoding.int16(OperatorRules.FIXED_WIDE_SCALE)
                : Encoding.int16(Math.max(scale, finestStep(node)));
    }

    private Encoding narrow(int tensor) {
        int group = ties.group(tensor);
        return Encoding.int8(ties.fixed(group).orElseGet(() -> ranges.get(group).quantization()));
    }

    private Encoding wide(int tensor) {
        int group = ties.group(tensor);
        return Encoding.int16(
                ties.fixed(group).isPresent()
                        ? OperatorRules.FIXED_WIDE_SCALE
                        : ranges.get(group).wideScale());
    }

    /** What all readers of {@code tensor} can make use of. */
    private Range usefulRange(int tensor) {
        if (graph.outputs().contains(tensor) || widths.isWide(tensor)) {
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
        double least = Math.max(leastStep, leastInputStep(tensor));
        ranges.computeIfPresent(ties.group(tensor), (group, range) -> {
            Range stretched = widths.isWide(tensor) ? range.withWideScaleAtLeast(least) : range.withScaleAtLeast(least);
            double scale = widths.isWide(tensor) ? stretched.wideScale() : stretched.scale();
            return scale >= Float.MIN_NORMAL ? stretched : Range.ZERO.withScaleAtLeast(1);
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
            return widths.isWide(node) ? range(index).wideScale() : range(index).scale();
        }
        Encoding encoding = widths.isWide(index) ? wide(index) : narrow(index);
        return encoding.perTensor().scale();
    }
}
