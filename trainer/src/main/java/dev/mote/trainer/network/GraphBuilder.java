package dev.mote.trainer.network;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts a chain of operators together, each reading what the one before it made. */
final class GraphBuilder {
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int current;

    /** @param inputShape of one sample */
    GraphBuilder(Shape inputShape) {
        current = variable("input", inputShape);
    }

    boolean isTaken(String name) {
        return names.contains(name);
    }

    /** Index of a new tensor. */
    int constant(String name, TensorType type, Shape shape, TensorData data) {
        tensors.add(Tensor.constant(unique(name), type, shape, Quantization.NONE, data));
        return tensors.size() - 1;
    }

    /**
     * @param constants further inputs after the first
     * @param out shape of one sample
     */
    void add(String name, Operator operator, List<Integer> constants, Shape out) {
        List<Integer> inputs = new ArrayList<>();
        inputs.add(current);
        inputs.addAll(constants);
        current = variable(name, out);
        nodes.add(new Node(operator, inputs, List.of(current)));
    }

    Graph build(String name) {
        return new Graph(name, tensors, nodes, List.of(0), List.of(current), Map.of());
    }

    private int variable(String name, Shape sample) {
        int[] batch = IntStream.concat(IntStream.of(1), IntStream.of(sample.dimensions()))
                .toArray();
        tensors.add(Tensor.variable(unique(name), TensorType.FLOAT32, Shape.of(batch), Quantization.NONE));
        return tensors.size() - 1;
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 1; !names.add(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }
}
