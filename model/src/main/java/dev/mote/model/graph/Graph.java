package dev.mote.model.graph;

import java.util.List;
import java.util.Map;

/**
 * A network: tensors, and nodes in an order in which they can run. Immutable: a rewrite returns a new graph. A graph may break rules
 * (files do); {@link GraphVerifier} says which, and {@link FloatModel} and {@link Int8Model} hold only graphs that break none.
 *
 * @param inputs tensor indices
 * @param outputs tensor indices
 * @param metadata named buffers of the file, Mote's own ({@link ModelCard#KEY}) and those of other tools
 */
public record Graph(
        String name,
        List<Tensor> tensors,
        List<Node> nodes,
        List<Integer> inputs,
        List<Integer> outputs,
        Map<String, TensorData> metadata) {
    public Graph {
        tensors = List.copyOf(tensors);
        nodes = List.copyOf(nodes);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        metadata = Map.copyOf(metadata);
    }

    public Tensor tensor(int index) {
        return tensors.get(index);
    }

    /** The tensor at input {@code position} of {@code node}. */
    public Tensor input(Node node, int position) {
        return tensors.get(node.inputs().get(position));
    }

    /** The first output tensor of {@code node}. */
    public Tensor output(Node node) {
        return tensors.get(node.output());
    }

    /** What the file says about itself; {@link ModelCard#EMPTY} where it says nothing that Mote understands. */
    public ModelCard card() {
        return ModelCard.of(this);
    }
}
