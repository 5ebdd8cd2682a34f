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

/** Puts operators together. Tensors are named by their indices. */
final class GraphBuilder {
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** @param inputShape of one sample */
    GraphBuilder(Shape inputShape) {
        variable("input", inputShape);
    }

    /** Of the graph. */
    int input() {
        return 0;
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
     * Index of a new tensor that an operator keeps between runs.
     *
     * @param shape of one sample
     */
    int state(String name, Shape shape) {
        tensors.add(Tensor.state(unique(name), TensorType.FLOAT32, batched(shape), Quantization.NONE));
        return tensors.size() - 1;
    }

    /**
     * @param inputs constants among them
     * @param out shape of one sample
     * @return the output
     */
    int add(String name, Operator operator, List<Integer> inputs, Shape out) {
        int output = variable(name, out);
        nodes.add(new Node(operator, inputs, List.of(output)));
        return output;
    }

    Graph build(String name, int output) {
        return new Graph(name, tensors, nodes, List.of(input()), List.of(output), Map.of());
    }

    private int variable(String name, Shape sample) {
        tensors.add(Tensor.variable(unique(name), TensorType.FLOAT32, batched(sample), Quantization.NONE));
        return tensors.size() - 1;
    }

    private static Shape batched(Shape sample) {
        return Shape.of(IntStream.concat(IntStream.of(1), IntStream.of(sample.dimensions()))
                .toArray());
    }

    private String unique(String name) {
        String candidate = name;
        for (int i = 1; !names.add(candidate); i++) {
            candidate = name + "_" + i;
        }
        return candidate;
    }
}
