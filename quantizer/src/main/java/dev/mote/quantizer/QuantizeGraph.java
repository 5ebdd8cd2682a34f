package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Writes the int8 graph once all scales are known: float graph + PerTensor for each activation -> int8 graph. A constant that two nodes
 * need with different scales becomes two constants.
 */
final class QuantizeGraph {
    private final Graph graph;
    private final SortedMap<Integer, PerTensor> quantizations;
    private final QuantizerOptions options;

    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    /** Index in the new graph of each activation of the old. */
    private final Map<Integer, Integer> activations = new HashMap<>();
    /** Equal constants are written once. */
    private final Map<Tensor, Integer> constants = new HashMap<>();
    /** QUANTIZE nodes that are there already, by tensor and wanted quantization. */
    private final Map<Rescaled, Integer> rescaled = new HashMap<>();

    private record Rescaled(int tensor, PerTensor wanted) {}

    private QuantizeGraph(Graph graph, SortedMap<Integer, PerTensor> quantizations, QuantizerOptions options) {
        this.graph = graph;
        this.quantizations = quantizations;
        this.options = options;
    }

    /**
     * The int8 graph, and where each activation of the float graph is in it.
     *
     * @param activations by index in the float graph
     */
    record Quantized(Graph graph, Map<Integer, Integer> activations) {}

    static Quantized apply(Graph graph, SortedMap<Integer, PerTensor> quantizations, QuantizerOptions options) {
        return new QuantizeGraph(graph, quantizations, options).quantized();
    }

    private Quantized quantized() {
        ObserveRanges.activations(graph).forEach(this::addActivation);
        for (Node node : graph.nodes()) {
            List<Integer> inputs =
                    node.operator() instanceof Operator.Weighted weighted ? weighted(weighted, node) : operands(node);
            nodes.add(new Node(node.operator(), inputs, renumbered(node.outputs())));
        }
        Graph int8 = new Graph(
                graph.name(),
                tensors,
                nodes,
                renumbered(graph.inputs()),
                renumbered(graph.outputs()),
                graph.metadata());
        return new Quantized(LookupTables.in(int8), Map.copyOf(activations));
    }

    private List<Integer> renumbered(List<Integer> indices) {
        return indices.stream().map(activations::get).toList();
    }

    private void addActivation(int index) {
        Tensor tensor = graph.tensor(index);
        activations.put(index, tensors.size());
        add(Tensor.variable(tensor.name(), TensorType.INT8, tensor.shape(), quantizations.get(index)));
    }

    private int add(Tensor tensor) {
        names.add(tensor.name());
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    /** Inputs of an operator with weights in input 1 and perhaps a bias. */
    private List<Integer> weighted(Operator.Weighted operator, Node node) {
        int input = operand(node.inputs().get(operator.data()), Optional.empty());
        float inputScale = ((PerTensor) tensors.get(input).quantization()).scale();
        boolean perChannel = !(operator instanceof Operator.FullyConnected) || options.perChannelDense();
        int axis = OperatorRules.weightsAxis(operator).orElseThrow();
        Optional<Tensor> bias =
                node.hasInput(operator.bias()) ? Optional.of(graph.input(node, operator.bias())) : Optional.empty();
        QuantizeWeights.Quantized quantized =
                QuantizeWeights.quantize(graph.input(node, 1), bias, axis, perChannel, inputScale);
        List<Integer> inputs = new ArrayList<>();
        for (int position = 0; position < node.inputs().size(); position++) {
            if (position == operator.data()) {
                inputs.add(input);
            } else if (position == 1) {
                inputs.add(constant(quantized.weights()));
            } else if (position == operator.bias()) {
                inputs.add(quantized.bias().map(this::constant).orElse(Node.ABSENT));
            } else {
                inputs.add(constant(graph.input(node, position)));
            }
        }
        return inputs;
    }

    private List<Integer> operands(Node node) {
        Optional<PerTensor> wanted = OperatorRules.keepsQuantization(node.operator())
                ? Optional.of(quantizations.get(node.output()))
                : Optional.empty();
        return node.inputs().stream()
                .map(input -> input == Node.ABSENT ? Node.ABSENT : operand(input, wanted))
                .toList();
    }

    /** @param wanted the quantization that the operator needs; empty where any will do */
    private int operand(int index, Optional<PerTensor> wanted) {
        Tensor tensor = graph.tensor(index);
        if (tensor.type() != TensorType.FLOAT32) {
            return constant(tensor);
        }
        if (tensor.isConstant()) {
            return constant(quantized(tensor, wanted));
        }
        PerTensor own = quantizations.get(index);
        return wanted.isEmpty() || wanted.get().equals(own)
                ? activations.get(index)
                : rescaled.computeIfAbsent(new Rescaled(index, wanted.get()), this::rescale);
    }

    private int rescale(Rescaled rescaled) {
        Tensor tensor = graph.tensor(rescaled.tensor());
        int output = add(Tensor.variable(
                freeName(tensor.name() + "_rescaled"), TensorType.INT8, tensor.shape(), rescaled.wanted()));
        nodes.add(new Node(new Operator.Quantize(), List.of(activations.get(rescaled.tensor())), List.of(output)));
        return output;
    }

    private static Tensor quantized(Tensor tensor, Optional<PerTensor> wanted) {
        float[] values = tensor.data().orElseThrow().floats();
        Range range = Range.of(values);
        PerTensor quantization = wanted.orElseGet(
                () -> (range.scale() >= Float.MIN_NORMAL ? range : Range.ZERO.withScaleAtLeast(1)).quantization());
        return Tensor.constant(
                tensor.name(),
                TensorType.INT8,
                tensor.shape(),
                quantization,
                TensorData.ofBytes(quantization.quantize(values)));
    }

    private int constant(Tensor tensor) {
        return constants.computeIfAbsent(
                tensor,
                own -> add(new Tensor(freeName(own.name()), own.type(), own.shape(), own.quantization(), own.data())));
    }

    /** {@code name}, with a number behind it where it is taken. */
    private String freeName(String name) {
        String free = name;
        for (int number = 2; names.contains(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }
}
