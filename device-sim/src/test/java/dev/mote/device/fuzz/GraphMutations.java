package dev.mote.device.fuzz;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Changes of a graph that leave a file whose structure is sound. */
final class GraphMutations {
    private static final int MOST_DATA = 1 << 16;

    private final RandomGenerator random;
    private final ByteMutations bytes;
    private final RecordMutations records;

    GraphMutations(RandomGenerator random) {
        this.random = random;
        this.bytes = new ByteMutations(random);
        this.records = new RecordMutations(random);
    }

    Graph change(Graph graph) {
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        List<Node> nodes = new ArrayList<>(graph.nodes());
        List<Integer> inputs = new ArrayList<>(graph.inputs());
        List<Integer> outputs = new ArrayList<>(graph.outputs());
        int choice = random.nextInt(12);
        if (choice < 6 && !tensors.isEmpty()) {
            int index = random.nextInt(tensors.size());
            tensors.set(index, tensor(tensors.get(index)));
        } else if (choice < 8 && !nodes.isEmpty()) {
            int index = random.nextInt(nodes.size());
            Node node = nodes.get(index);
            nodes.set(index, new Node(records.change(node.operator()), node.inputs(), node.outputs()));
        } else if (choice == 8) {
            sameShapes(tensors);
        } else if (choice == 9 && !nodes.isEmpty()) {
            int index = random.nextInt(nodes.size());
            nodes.set(index, operands(nodes.get(index), tensors.size()));
        } else if (choice == 10) {
            indices(random.nextBoolean() ? inputs : outputs, tensors.size());
        } else if (!nodes.isEmpty()) {
            order(nodes);
        }
        return new Graph(graph.name(), tensors, nodes, inputs, outputs, graph.metadata());
    }

    /** The nodes of both, behind each other; the second may read what the first computes. */
    Graph joined(Graph first, Graph second) {
        int offset = first.tensors().size();
        List<Tensor> tensors = new ArrayList<>(first.tensors());
        tensors.addAll(second.tensors());
        List<Node> nodes = new ArrayList<>(first.nodes());
        List<Integer> inputs = new ArrayList<>(first.inputs());
        int linked = first.outputs().isEmpty() ? -1 : first.outputs().getFirst();
        boolean links = linked >= 0 && !second.inputs().isEmpty() && random.nextInt(4) != 0;
        for (Node node : second.nodes()) {
            nodes.add(new Node(node.operator(), moved(node.inputs(), offset), moved(node.outputs(), offset)));
        }
        List<Integer> others = moved(second.inputs(), offset);
        if (links) {
            int replaced = others.getFirst();
            nodes.replaceAll(node -> new Node(
                    node.operator(),
                    node.inputs().stream()
                            .map(index -> index == replaced ? linked : index)
                            .toList(),
                    node.outputs()));
            others = others.subList(1, others.size());
        }
        inputs.addAll(others);
        List<Integer> outputs = new ArrayList<>(moved(second.outputs(), offset));
        outputs.addAll(random.nextBoolean() ? first.outputs() : List.of());
        return new Graph(first.name(), tensors, nodes, inputs, outputs, first.metadata());
    }

    private static List<Integer> moved(List<Integer> indices, int offset) {
        return indices.stream().map(index -> index < 0 ? index : index + offset).toList();
    }

    private Tensor tensor(Tensor tensor) {
        return switch (random.nextInt(6)) {
            case 0 -> with(tensor, shape(tensor.shape()), tensor.quantization(), tensor.data());
            case 1 -> {
                TensorType[] types = TensorType.values();
                TensorType type = types[random.nextInt(types.length - 1)];
                yield new Tensor(tensor.name(), type, tensor.shape(), tensor.quantization(), tensor.data());
            }
            case 2, 3 -> with(tensor, tensor.shape(), quantization(tensor.quantization()), tensor.data());
            case 4 -> with(tensor, tensor.shape(), tensor.quantization(), data(tensor));
            default -> resized(tensor, shape(tensor.shape()));
        };
    }

    private static Tensor with(Tensor tensor, Shape shape, Quantization quantization, Optional<TensorData> data) {
        return new Tensor(tensor.name(), tensor.type(), shape, quantization, data);
    }

    private Shape shape(Shape shape) {
        List<Integer> dimensions = new ArrayList<>();
        for (int dimension : shape.dimensions()) {
            dimensions.add(dimension);
        }
        int choice = random.nextInt(5);
        if (choice == 0 || dimensions.isEmpty()) {
            dimensions.add(random.nextInt(dimensions.size() + 1), random.nextInt(3));
        } else if (choice == 1) {
            dimensions.remove(random.nextInt(dimensions.size()));
        } else {
            int axis = random.nextInt(dimensions.size());
            dimensions.set(
                    axis, Math.max(0, choice == 2 ? bytes.word() : dimensions.get(axis) + random.nextInt(-1, 3)));
        }
        return Shape.of(dimensions.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Another shape, and with it another amount of data, as long as that is small. */
    private Tensor resized(Tensor tensor, Shape shape) {
        long size = (long) shape.elements() * tensor.type().bytes();
        Optional<TensorData> data = size > MOST_DATA
                ? tensor.data()
                : tensor.data().map(old -> TensorData.ofBytes(Arrays.copyOf(old.bytes(), (int) size)));
        return with(tensor, shape, tensor.quantization(), data);
    }

    private Quantization quantization(Quantization quantization) {
        return switch (quantization) {
            case Quantization.None _, Quantization.Trained _ -> Quantization.perTensor(0.5f, random.nextInt(-130, 130));
            case Quantization.PerTensor one ->
                switch (random.nextInt(4)) {
                    case 0 -> Quantization.perTensor(one.scale(), random.nextInt(-130, 130));
                    case 1 -> Quantization.NONE;
                    default -> Quantization.perTensor(records.real(one.scale()), one.zeroPoint());
                };
            case Quantization.PerChannel all -> records.change(all);
        };
    }

    private Optional<TensorData> data(Tensor tensor) {
        if (tensor.data().isEmpty() || random.nextInt(6) == 0) {
            int size = (int) Math.min(tensor.byteSize(), 1 << 12);
            return tensor.data().isPresent() ? Optional.empty() : Optional.of(TensorData.ofBytes(new byte[size]));
        }
        byte[] data = tensor.data().get().bytes();
        if (data.length >= 4) {
            int place = random.nextInt(data.length / 4);
            ByteBuffer.wrap(data)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(4 * place, random.nextBoolean() ? random.nextInt(-3, 8) : bytes.word());
        }
        return Optional.of(TensorData.ofBytes(data));
    }

    /** One size for another wherever it stands: what follows from it stays right more often. */
    private void sameShapes(List<Tensor> tensors) {
        int from = 1 + random.nextInt(8);
        int to = 1 + random.nextInt(20);
        tensors.replaceAll(tensor -> {
            int[] dimensions = tensor.shape().dimensions();
            for (int i = 0; i < dimensions.length; i++) {
                dimensions[i] = dimensions[i] == from ? to : dimensions[i];
            }
            return resized(tensor, Shape.of(dimensions));
        });
    }

    private Node operands(Node node, int tensors) {
        List<Integer> inputs = new ArrayList<>(node.inputs());
        List<Integer> outputs = new ArrayList<>(node.outputs());
        indices(random.nextInt(3) == 0 ? outputs : inputs, tensors);
        return new Node(node.operator(), inputs, outputs);
    }

    private void indices(List<Integer> indices, int tensors) {
        int index = random.nextInt(8) == 0 ? bytes.word() : random.nextInt(-1, tensors + 1);
        switch (random.nextInt(4)) {
            case 0 -> indices.add(index);
            case 1 -> {
                if (!indices.isEmpty()) {
                    indices.remove(random.nextInt(indices.size()));
                }
            }
            default -> {
                if (!indices.isEmpty()) {
                    indices.set(random.nextInt(indices.size()), index);
                }
            }
        }
    }

    private void order(List<Node> nodes) {
        int from = random.nextInt(nodes.size());
        int to = random.nextInt(nodes.size());
        switch (random.nextInt(4)) {
            case 0 -> Collections.swap(nodes, from, to);
            case 1 -> nodes.remove(from);
            case 2 -> nodes.add(to, nodes.get(from));
            default ->
                nodes.set(
                        to,
                        new Node(
                                nodes.get(from).operator(),
                                nodes.get(to).inputs(),
                                nodes.get(to).outputs()));
        }
    }
}
