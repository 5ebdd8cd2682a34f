package dev.mote.model.tflite;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code SHAPE(x) -> STRIDED_SLICE -> PACK -> RESHAPE(x, shape)  becomes  RESHAPE(x)}: what Keras' Flatten and Reshape turn into where
 * the model leaves its batch size open.
 *
 * <p>Every shape is fixed here, so what is computed from shapes and constants alone is a constant, and a RESHAPE takes its shape from
 * its output tensor. A file gives an open dimension the size 1; where that is not what the arithmetic would find, the number of
 * elements shows it to the verifier.
 */
final class DropShapeArithmetic {
    private static final int NEW_SHAPE = 1;
    private static final Set<String> ARITHMETIC =
            Set.of("SHAPE", "STRIDED_SLICE", "PACK", "CONCATENATION", "GATHER", "REDUCE_PROD", "MUL", "CAST");

    private final Graph graph;
    private final List<Node> kept = new ArrayList<>();
    private final Set<Integer> dropped = new HashSet<>();

    private DropShapeArithmetic(Graph graph) {
        this.graph = graph;
        Set<Integer> shapes = shapes();
        List<Node> nodes = graph.nodes().stream()
                .map(node -> isReshapeTo(shapes, node) ? withoutShape(node) : node)
                .toList();
        Set<Integer> read = new HashSet<>(graph.outputs());
        for (int index = nodes.size() - 1; index >= 0; index--) {
            Node node = nodes.get(index);
            boolean isShape = isArithmetic(node) && shapes.containsAll(node.outputs());
            if (isShape && node.outputs().stream().noneMatch(read::contains)) {
                dropped.add(index);
            } else {
                kept.addFirst(node);
                read.addAll(node.inputs());
            }
        }
    }

    static DropShapeArithmetic of(Graph graph) {
        return new DropShapeArithmetic(graph);
    }

    /** Indices of the nodes that are not needed. */
    Set<Integer> dropped() {
        return dropped;
    }

    /** The graph without them, and without the tensors that only they used. */
    Graph graph() {
        if (dropped.isEmpty()) {
            return graph;
        }
        Set<Integer> before = used(graph.nodes());
        Set<Integer> after = used(kept);
        Map<Integer, Integer> renumbered = new HashMap<>();
        List<Tensor> tensors = new ArrayList<>();
        for (int index = 0; index < graph.tensors().size(); index++) {
            if (after.contains(index) || !before.contains(index)) {
                renumbered.put(index, tensors.size());
                tensors.add(graph.tensor(index));
            }
        }
        Function<List<Integer>, List<Integer>> renumber = indices -> indices.stream()
                .map(index -> renumbered.getOrDefault(index, index))
                .toList();
        List<Node> nodes = kept.stream()
                .map(node -> new Node(node.operator(), renumber.apply(node.inputs()), renumber.apply(node.outputs())))
                .toList();
        return new Graph(
                graph.name(),
                tensors,
                nodes,
                renumber.apply(graph.inputs()),
                renumber.apply(graph.outputs()),
                graph.metadata());
    }

    /** Tensors that follow from shapes and constants. */
    private Set<Integer> shapes() {
        Set<Integer> shapes = new HashSet<>();
        for (Node node : graph.nodes()) {
            boolean known = OperatorNames.of(node.operator()).equals("SHAPE")
                    || node.inputs().stream().allMatch(input -> shapes.contains(input) || isConstant(input));
            if (known && isArithmetic(node)) {
                shapes.addAll(node.outputs());
            }
        }
        return shapes;
    }

    private static boolean isArithmetic(Node node) {
        return ARITHMETIC.contains(OperatorNames.of(node.operator()))
                && !node.outputs().isEmpty();
    }

    private boolean isConstant(int index) {
        return index >= 0
                && index < graph.tensors().size()
                && graph.tensor(index).isConstant();
    }

    private static boolean isReshapeTo(Set<Integer> shapes, Node node) {
        return node.operator() instanceof Operator.Reshape
                && node.hasInput(NEW_SHAPE)
                && shapes.contains(node.inputs().get(NEW_SHAPE));
    }

    private static Node withoutShape(Node node) {
        return new Node(node.operator(), node.inputs().subList(0, NEW_SHAPE), node.outputs());
    }

    private Set<Integer> used(List<Node> nodes) {
        return IntStream.concat(
                        nodes.stream()
                                .flatMap(node -> Stream.concat(node.inputs().stream(), node.outputs().stream()))
                                .mapToInt(Integer::intValue),
                        Stream.concat(graph.inputs().stream(), graph.outputs().stream())
                                .mapToInt(Integer::intValue))
                .boxed()
                .collect(Collectors.toSet());
    }
}
