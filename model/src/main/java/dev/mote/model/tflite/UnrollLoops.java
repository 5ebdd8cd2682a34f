package dev.mote.model.tflite;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.interpreter.FoldConstants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes out loops whose number of rounds is known when the file is read, as recurrent layers have them.
 *
 * <pre>
 * WHILE(i < 3, i = i + 1, h = f(h, x[i]))   becomes   f(f(f(h, x[0]), x[1]), x[2])
 * </pre>
 */
final class UnrollLoops {
    /** Bounds the work, and with it what one file may grow to. Counted in tensors and nodes of all rounds. */
    private static final int MOST_WORK = 100_000;

    /** Constants of a round that count as one more tensor. */
    private static final int BYTES_OF_WORK = 4096;

    private final Map<Integer, Loop> loops;
    private final Graph graph;
    private final List<Tensor> tensors;
    private final List<Node> nodes = new ArrayList<>();
    private long workLeft = MOST_WORK;

    /** The two subgraphs of a WHILE. */
    record Loop(Graph condition, Graph body) {}

    private UnrollLoops(Graph graph, Map<Integer, Loop> loops) {
        this.graph = graph;
        this.loops = loops;
        this.tensors = new ArrayList<>(graph.tensors());
    }

    /**
     * A loop that cannot be written out stays.
     *
     * @param loops by the index of the node
     */
    static Graph apply(Graph graph, Map<Integer, Loop> loops) {
        return new UnrollLoops(graph, loops).unrolled();
    }

    private Graph unrolled() {
        for (int index = 0; index < graph.nodes().size(); index++) {
            Node node = graph.nodes().get(index);
            Loop loop = loops.get(index);
            int tensorsBefore = tensors.size();
            int nodesBefore = nodes.size();
            if (loop == null || !fits(node, loop) || !unroll(node, loop)) {
                tensors.subList(tensorsBefore, tensors.size()).clear();
                nodes.subList(nodesBefore, nodes.size()).clear();
                nodes.add(node);
            }
        }
        return new Graph(graph.name(), tensors, nodes, graph.inputs(), graph.outputs(), graph.metadata());
    }

    private boolean fits(Node node, Loop loop) {
        int count = node.inputs().size();
        boolean counted = node.outputs().size() == count
                && loop.condition().inputs().size() == count
                && loop.condition().outputs().size() == 1
                && loop.body().inputs().size() == count
                && loop.body().outputs().size() == count;
        return counted
                && Stream.concat(node.inputs().stream(), node.outputs().stream())
                        .allMatch(index -> exists(index, graph.tensors()))
                && isPlain(loop.condition())
                && isPlain(loop.body());
    }

    private static boolean exists(int index, List<Tensor> tensors) {
        return index >= 0 && index < tensors.size();
    }

    /** Whether every tensor that is named exists, and operators are known and keep no state. */
    private static boolean isPlain(Graph part) {
        boolean plain = part.nodes().stream()
                .map(Node::operator)
                .noneMatch(
                        operator -> operator instanceof Operator.Unsupported || operator instanceof Operator.Stateful);
        Stream<Integer> named = Stream.concat(
                Stream.concat(part.inputs().stream(), part.outputs().stream()),
                part.nodes().stream()
                        .flatMap(node -> Stream.of(node.inputs(), node.outputs(), node.intermediates())
                                .flatMap(List::stream)
                                .filter(index -> index != Node.ABSENT)));
        return plain
                && part.tensors().stream().noneMatch(Tensor::isState)
                && named.allMatch(index -> exists(index, part.tensors()));
    }

    private boolean unroll(Node node, Loop loop) {
        Map<Integer, Integer> shared = new HashMap<>();
        List<Integer> carried = node.inputs();
        Optional<Boolean> goesOn = goesOn(loop.condition(), carried);
        while (goesOn.orElse(false)) {
            workLeft -= work(loop.condition()) + work(loop.body());
            if (workLeft < 0 || !matches(loop.body(), carried)) {
                return false;
            }
            carried = new Round(loop.body(), carried, shared).inline();
            goesOn = goesOn(loop.condition(), carried);
        }
        for (int i = 0; i < carried.size(); i++) {
            nodes.add(new Node(
                    new Operator.Reshape(),
                    List.of(carried.get(i)),
                    List.of(node.outputs().get(i))));
        }
        return goesOn.isPresent();
    }

    private static long work(Graph part) {
        long bytes = part.tensors().stream()
                .flatMap(tensor -> tensor.data().stream())
                .mapToLong(TensorData::size)
                .sum();
        return 1 + part.tensors().size() + part.nodes().size() + bytes / BYTES_OF_WORK;
    }

    /** Whether the values have the types and sizes of the inputs of {@code part}. */
    private boolean matches(Graph part, List<Integer> carried) {
        return IntStream.range(0, carried.size()).allMatch(i -> {
            Tensor value = tensors.get(carried.get(i));
            Tensor input = part.tensor(part.inputs().get(i));
            return value.type() == input.type() && value.byteSize() == input.byteSize();
        });
    }

    /** What the condition says; empty if it depends on what is only known when the model runs. */
    private Optional<Boolean> goesOn(Graph condition, List<Integer> carried) {
        if (!matches(condition, carried)) {
            return Optional.empty();
        }
        Tensor output = fold(condition, carried).tensor(condition.outputs().getFirst());
        return output.type() == TensorType.BOOL
                ? output.data().filter(data -> data.size() == 1).map(data -> data.int8(0) != 0)
                : Optional.empty();
    }

    /** {@code part} with what follows from those values that are known. */
    private Graph fold(Graph part, List<Integer> carried) {
        List<Tensor> own = new ArrayList<>(part.tensors());
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < carried.size(); i++) {
            int input = part.inputs().get(i);
            Tensor tensor = own.get(input);
            Optional<TensorData> known = tensors.get(carried.get(i)).data();
            known.ifPresent(data -> own.set(
                    input, Tensor.constant(tensor.name(), tensor.type(), tensor.shape(), tensor.quantization(), data)));
            if (known.isEmpty()) {
                open.add(input);
            }
        }
        return FoldConstants.apply(new Graph("", own, part.nodes(), open, List.of(), Map.of()))
                .graph();
    }

    /** One round of a body, written into the graph. */
    private final class Round {
        private final Graph body;
        private final Graph folded;
        private final Map<Integer, Integer> places = new HashMap<>();
        private final Map<Integer, Integer> shared;

        /** @param shared places of the body's own constants, which all rounds read */
        Round(Graph body, List<Integer> carried, Map<Integer, Integer> shared) {
            this.body = body;
            this.folded = fold(body, carried);
            this.shared = shared;
            for (int i = 0; i < carried.size(); i++) {
                int input = body.inputs().get(i);
                places.put(input, input(carried.get(i), folded.tensor(input)));
            }
        }

        /** The values after the round. */
        List<Integer> inline() {
            for (Node node : folded.nodes()) {
                List<Integer> inputs = node.inputs().stream().map(this::place).toList();
                List<Integer> outputs = node.outputs().stream()
                        .map(output -> {
                            places.put(output, add(folded.tensor(output)));
                            return places.get(output);
                        })
                        .toList();
                nodes.add(new Node(node.operator(), inputs, outputs));
            }
            return body.outputs().stream().map(this::place).toList();
        }

        /** The value itself, or the same integers with another shape, scale or zero point. */
        private int input(int value, Tensor input) {
            Tensor given = tensors.get(value);
            if (given.shape().equals(input.shape()) && given.quantization().equals(input.quantization())) {
                return value;
            }
            int place = add(input);
            if (!input.isConstant()) {
                nodes.add(new Node(new Operator.Reshape(), List.of(value), List.of(place)));
            }
            return place;
        }

        private int place(int tensor) {
            if (tensor == Node.ABSENT) {
                return tensor;
            }
            Map<Integer, Integer> known = body.tensor(tensor).isConstant() ? shared : places;
            return known.computeIfAbsent(tensor, index -> add(folded.tensor(index)));
        }

        private int add(Tensor tensor) {
            tensors.add(tensor);
            return tensors.size() - 1;
        }
    }
}
