package dev.mote.quantizer;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code CONV_2D -> RELU  becomes  CONV_2D(RELU)}, likewise for the other operators with a fused activation and for RELU6 and RELU_N1_TO_1. The values
 * before the activation then need no int8 range of their own, which makes the steps behind it finer. Float outputs stay the same.
 */
final class FuseActivations {
    private final Graph graph;
    /** Node that computes a tensor. */
    private final Map<Integer, Integer> producers = new HashMap<>();

    private final int[] uses;

    private FuseActivations(Graph graph) {
        this.graph = graph;
        this.uses = new int[graph.tensors().size()];
        graph.outputs().forEach(index -> uses[index]++);
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            node.inputs().stream().filter(input -> input != Node.ABSENT).forEach(input -> uses[input]++);
            producers.put(node.output(), index);
        }
    }

    static Graph apply(Graph graph) {
        return new FuseActivations(graph).fused();
    }

    private Graph fused() {
        List<Optional<Node>> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Optional<Node> fused = fusable(node, nodes);
            fused.ifPresent(merged -> nodes.set(producers.get(node.input()), Optional.empty()));
            nodes.add(Optional.of(fused.orElse(node)));
        }
        List<Node> kept = nodes.stream().flatMap(Optional::stream).toList();
        return new Graph(graph.name(), graph.tensors(), kept, graph.inputs(), graph.outputs(), graph.metadata());
    }

    /** The node that does the work of {@code node} and of the one before it. */
    private Optional<Node> fusable(Node node, List<Optional<Node>> before) {
        Optional<Activation> activation = activation(node.operator());
        Integer producer = producers.get(node.input());
        if (activation.isEmpty() || producer == null || uses[node.input()] != 1) {
            return Optional.empty();
        }
        return before.get(producer)
                .flatMap(first -> withActivation(first.operator(), activation.get())
                        .map(operator -> new Node(operator, first.inputs(), node.outputs())));
    }

    private static Optional<Activation> activation(Operator operator) {
        if (operator instanceof Operator.Unary(Operator.UnaryFunction function)) {
            return switch (function) {
                case RELU -> Optional.of(Activation.RELU);
                case RELU6 -> Optional.of(Activation.RELU6);
                case RELU_N1_TO_1 -> Optional.of(Activation.RELU_N1_TO_1);
                case LOGISTIC, TANH, ELU, HARD_SWISH, ABS -> Optional.empty();
                case NEG, EXP, LOG, SQRT, RSQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private static Optional<Operator> withActivation(Operator operator, Activation activation) {
        return switch (operator) {
            case Operator.Conv2d(Operator.Window window, Activation own)
            when own == Activation.NONE -> Optional.of(new Operator.Conv2d(window, activation));
            case Operator.DepthwiseConv2d(Operator.Window window, int multiplier, Activation own)
            when own == Activation.NONE -> Optional.of(new Operator.DepthwiseConv2d(window, multiplier, activation));
            case Operator.FullyConnected(Activation own, boolean keep)
            when own == Activation.NONE -> Optional.of(new Operator.FullyConnected(activation, keep));
            case Operator.TransposeConv(Operator.Window window, Activation own)
            when own == Activation.NONE -> Optional.of(new Operator.TransposeConv(window, activation));
            case Operator.Binary(Operator.BinaryFunction function, Activation own)
            when own == Activation.NONE && function.hasActivation() ->
                Optional.of(new Operator.Binary(function, activation));
            case Operator other -> Optional.empty();
        };
    }
}
