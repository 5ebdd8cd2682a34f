package dev.mote.app.report;

import dev.mote.app.report.GraphPicture.End;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Tensor;
import dev.mote.model.layout.Outline;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What is written into the boxes of a graph, which may break rules: a tensor that is not there has no name. */
public final class GraphBoxes {
    private static final End NOTHING = new End("", "", "", "", "");

    private final Graph graph;
    private final Set<Integer> run;

    /** @param run numbers of the operators that are left to the run */
    public GraphBoxes(Graph graph, Set<Integer> run) {
        this.graph = graph;
        this.run = Set.copyOf(run);
    }

    /** Without a place. */
    GraphPicture.Box of(Outline.Box box) {
        return switch (box.kind()) {
            case INPUT -> end("input", graph.inputs().get(box.index()));
            case OPERATOR -> operator(box.index());
            case OUTPUT -> end("output", graph.outputs().get(box.index()));
        };
    }

    private GraphPicture.Box end(String kind, int tensor) {
        return new GraphPicture.Box(
                kind, OptionalInt.empty(), kind, "", kind, end(tensor), List.of(), false, 0, 0, 0, 0);
    }

    /** Of operator {@code number} of the file. */
    public GraphPicture.Box operator(int number) {
        Node node = graph.nodes().get(number);
        return new GraphPicture.Box(
                "operator",
                OptionalInt.of(number),
                OperatorNames.of(node.operator()),
                activation(node.operator().activation()),
                family(node.operator()),
                node.outputs().isEmpty() ? NOTHING : end(node.output()),
                weights(node),
                !run.contains(number),
                0,
                0,
                0,
                0);
    }

    /** As {@code RELU6}; empty for none. */
    static String activation(Activation activation) {
        return activation == Activation.NONE ? "" : activation.name();
    }

    private List<End> weights(Node node) {
        return node.inputs().stream()
                .filter(this::exists)
                .filter(index -> graph.tensor(index).isConstant()
                        && graph.tensor(index).shape().rank() > 1)
                .map(this::end)
                .toList();
    }

    private boolean exists(int tensor) {
        return tensor >= 0 && tensor < graph.tensors().size();
    }

    /** Of tensor {@code index}; of one that is not there, nothing. */
    public End end(int index) {
        if (!exists(index)) {
            return NOTHING;
        }
        Tensor tensor = graph.tensor(index);
        String type = tensor.type().toString();
        String shape = tensor.shape().toString();
        return switch (tensor.quantization()) {
            case Quantization.None _ -> new End(tensor.name(), type, shape, "", "");
            case Quantization.Trained range ->
                new End(
                        tensor.name(),
                        type,
                        shape,
                        "trained " + Text.significant(range.min()) + " to " + Text.significant(range.max()),
                        "");
            case Quantization.PerTensor one ->
                new End(tensor.name(), type, shape, Text.significant(one.scale()), Text.grouped(one.zeroPoint(), 0));
            case Quantization.PerChannel each ->
                new End(
                        tensor.name(),
                        type,
                        shape,
                        scales(each.scales()),
                        each.zeroPoints().stream().allMatch(zero -> zero == 0) ? "0" : "different");
        };
    }

    /** How many there are, and from where to where they reach. */
    private static String scales(List<Float> scales) {
        return scales.isEmpty()
                ? ""
                : scales.size() + ": " + Text.significant(Collections.min(scales)) + " to "
                        + Text.significant(Collections.max(scales));
    }

    private static String family(Operator operator) {
        return switch (operator) {
            case Operator.Weighted _, Operator.BatchMatmul _ -> "c0";
            case Operator.Binary _, Operator.AddN _ -> "c1";
            case Operator.Pool2d _, Operator.Reduce _, Operator.CumulativeSum _, Operator.L2Normalization _ -> "c2";
            case Operator.Softmax _, Operator.LogSoftmax _, Operator.Unary _, Operator.LeakyRelu _, Operator.Prelu _ ->
                "c3";
            case Operator.Stateful _ -> "c4";
            case Operator.Quantize _, Operator.Dequantize _ -> "c5";
            case Operator.Logic _ -> "c6";
            case Operator.Movement _,
                    Operator.Pad _,
                    Operator.Concatenation _,
                    Operator.Reshape _,
                    Operator.ShapeOf _,
                    Operator.ReduceProduct _,
                    Operator.ResizeBilinear _ -> "c7";
            case Operator.Unsupported _ -> "lost";
        };
    }
}
