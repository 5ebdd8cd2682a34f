package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the tensors that must share one scale and zero point, because an operator between them does not rescale (union-find). A tensor
 * whose quantization is built into its kernel stays by itself where its group needs another one: the rewrite then puts a QUANTIZE
 * node between, {@code SOFTMAX -> CONCATENATION  becomes  SOFTMAX -> QUANTIZE -> CONCATENATION}.
 */
final class TieQuantization {
    private final Graph graph;
    private final int[] parents;
    /** Quantizations built into kernels, by the tensor that they write. */
    private final Map<Integer, PerTensor> fixed = new HashMap<>();

    private TieQuantization(Graph graph, Set<Integer> alone) {
        this.graph = graph;
        this.parents = IntStream.range(0, graph.tensors().size()).toArray();
        for (Node node : graph.nodes()) {
            OperatorRules.fixedOutput(node.operator()).ifPresent(own -> fixed.put(node.output(), own));
            if (OperatorRules.keepsQuantization(node.operator())) {
                variables(node).filter(input -> !alone.contains(input)).forEach(input -> tie(input, node.output()));
                node.outputs().forEach(output -> tie(output, node.output()));
            }
        }
    }

    static TieQuantization of(Graph graph) {
        TieQuantization all = new TieQuantization(graph, Set.of());
        Set<Integer> alone = all.fixed.keySet().stream()
                .filter(tensor -> !all.agrees(tensor))
                .collect(Collectors.toSet());
        return new TieQuantization(graph, alone);
    }

    /** The group of {@code tensor}, named by one of its members. */
    int group(int tensor) {
        int root = tensor;
        while (parents[root] != root) {
            root = parents[root];
        }
        return root;
    }

    /** The quantization that kernels dictate to {@code group}. */
    Optional<PerTensor> fixed(int group) {
        return sources(group).stream()
                .filter(source -> group(source) == group)
                .map(fixed::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * The tensors whose values make up those of {@code group}, in the order of the nodes: members that do not just repeat others, and
     * what operators of the group read from outside it, constants among it.
     */
    List<Integer> sources(int group) {
        List<Integer> sources = new ArrayList<>();
        graph.inputs().stream().filter(input -> group(input) == group).forEach(sources::add);
        for (Node node : graph.nodes()) {
            if (group(node.output()) != group) {
                continue;
            }
            if (OperatorRules.keepsQuantization(node.operator())) {
                operands(node).filter(input -> group(input) != group).forEach(sources::add);
            } else {
                sources.add(node.output());
            }
        }
        return sources;
    }

    /** Whether every source of the tensor's group has the same quantization built in. */
    private boolean agrees(int tensor) {
        return sources(group(tensor)).stream()
                .allMatch(source -> fixed.get(tensor).equals(fixed.get(source)));
    }

    private void tie(int input, int output) {
        parents[group(input)] = group(output);
    }

    /** Float inputs: the new shape of a RESHAPE and the like are none. */
    private Stream<Integer> operands(Node node) {
        return node.inputs().stream()
                .filter(input -> input != Node.ABSENT && graph.tensor(input).type() == TensorType.FLOAT32);
    }

    private Stream<Integer> variables(Node node) {
        return operands(node).filter(input -> !graph.tensor(input).isConstant());
    }
}
