package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;

/** Gives nodes of a graph constants of their own in place of those that they have, and perhaps share. */
final class ReplaceConstants {
    private final Graph graph;
    private final List<Tensor> tensors;
    private final List<Node> nodes;

    ReplaceConstants(Graph graph) {
        this.graph = graph;
        this.tensors = new ArrayList<>(graph.tensors());
        this.nodes = new ArrayList<>(graph.nodes());
    }

    Graph graph() {
        return new Graph(graph.name(), tensors, nodes, graph.inputs(), graph.outputs(), graph.metadata());
    }

    /** A copy of the values of a constant input. */
    float[] values(int node, int position) {
        return tensors.get(nodes.get(node).inputs().get(position))
                .data()
                .orElseThrow()
                .floats();
    }

    boolean has(int node, int position) {
        return nodes.get(node).hasInput(position);
    }

    void replace(int node, int position, float[] values) {
        Tensor old = tensors.get(nodes.get(node).inputs().get(position));
        put(node, position, old.name(), old.shape(), values);
    }

    /** Sets a constant input that may be absent. */
    void put(int node, int position, String name, Shape shape, float[] values) {
        tensors.add(Tensor.constant(name, TensorType.FLOAT32, shape, Quantization.NONE, TensorData.ofFloats(values)));
        Node old = nodes.get(node);
        List<Integer> inputs = new ArrayList<>(old.inputs());
        while (inputs.size() <= position) {
            inputs.add(Node.ABSENT);
        }
        inputs.set(position, tensors.size() - 1);
        nodes.set(node, new Node(old.operator(), inputs, old.outputs(), old.intermediates()));
    }
}
