package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the quantized graph once all encodings are known: {@code float graph + Layout -> int8 graph}. A constant that two nodes need with
 * different scales becomes two constants.
 */
final class QuantizeGraph {
    private final Graph graph;
    private final Layout layout;
    private final QuantizerOptions options;

    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    /** Index in the new graph of each activation of the old, as it is stored. */
    private final Map<Integer, Integer> activations = new HashMap<>();
    /** Equal constants are written once. */
    private final Map<Tensor, Integer> constants = new HashMap<>();
    /** Encodings of an activation that are there already. */
    private final Map<Form, Integer> forms = new HashMap<>();

    private record Form(int tensor, Encoding encoding) {}

    private QuantizeGraph(Graph graph, Layout layout, QuantizerOptions options) {
        this.graph = graph;
        this.layout = layout;
        this.options = options;
    }

    /**
     * The quantized graph, and where each activation of the float graph is in it.
     *
     * @param activations by index in the float graph
     */
    record Quantized(Graph graph, Map<Integer, Integer> activations) {}

    static Quantized apply(Graph graph, Layout layout, QuantizerOptions options) {
        return new QuantizeGraph(graph, layout, options).quantized();
    }

    private Quantized quantized() {
        ObserveRanges.activations(graph).forEach(this::addStored);
        List<Integer> inputs = graph.inputs().stream()
                .map(input -> written(input, layout.inputs().get(input)))
                .toList();
        for (int i = 0; i < inputs.size(); i++) {
            store(graph.inputs().get(i), inputs.get(i));
        }
        for (int index = 0; index < graph.nodes().size(); index++) {
            add(graph.nodes().get(index), layout.nodes().get(index));
        }
        List<Integer> outputs = graph.outputs().stream()
                .map(output -> form(output, layout.outputs().get(output)))
                .toList();
        Graph quantized = new Graph(graph.name(), tensors, nodes, inputs, outputs, graph.metadata());
        return new Quantized(LookupTables.in(quantized), Map.copyOf(activations));
    }

    private void addStored(int index) {
        Tensor tensor = graph.tensor(index);
        Encoding encoding = layout.stored().get(index);
        int stored = add(Tensor.variable(tensor.name(), encoding.type(), tensor.shape(), encoding.quantization()));
        activations.put(index, stored);
        forms.put(new Form(index, encoding), stored);
    }

    private int add(Tensor tensor) {
        names.add(tensor.name());
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    private void add(Node node, Layout.NodeLayout own) {
        Optional<QuantizeLstm> lstm = lstm(node, own);
        List<Integer> inputs =
                switch (node.operator()) {
                    case Operator.Weighted weighted when !own.isFloat() -> weighted(weighted, node, own);
                    case Operator.Stateful _ -> stateful(node, own, lstm);
                    case Operator other -> operands(node, own);
                };
        List<Integer> outputs = node.outputs().stream()
                .map(output -> written(output, own.writes().get(output)))
                .toList();
        List<Integer> intermediates = lstm.map(QuantizeLstm::intermediates).orElse(List.of()).stream()
                .map(this::named)
                .toList();
        nodes.add(new Node(node.operator(), inputs, outputs, intermediates));
        for (int i = 0; i < outputs.size(); i++) {
            store(node.outputs().get(i), outputs.get(i));
        }
    }

    /** The place that a node, or the caller, writes an activation to. Nobody reads it but what stores it. */
    private int written(int tensor, Encoding encoding) {
        return encoding.equals(layout.stored().get(tensor))
                ? activations.get(tensor)
                : variable(new Form(tensor, encoding));
    }

    /** Converts what was written to the encoding that it is stored in. */
    private void store(int tensor, int written) {
        if (written != activations.get(tensor)) {
            convert(written, activations.get(tensor), layout.stored().get(tensor));
        }
    }

    private int variable(Form form) {
        Tensor tensor = graph.tensor(form.tensor());
        Encoding encoding = form.encoding();
        boolean sameType = encoding.type() == layout.stored().get(form.tensor()).type();
        String suffix = sameType ? "_rescaled" : "_" + encoding.type().name().toLowerCase(Locale.ROOT);
        return add(Tensor.variable(
                freeName(tensor.name() + suffix), encoding.type(), tensor.shape(), encoding.quantization()));
    }

    /** An activation in any encoding, converted from the stored one on first use. */
    private int form(int tensor, Encoding encoding) {
        Form form = new Form(tensor, encoding);
        Integer there = forms.get(form);
        if (there != null) {
            return there;
        }
        int output = variable(form);
        forms.put(form, output);
        convert(activations.get(tensor), output, encoding);
        return output;
    }

    private void convert(int from, int to, Encoding encoding) {
        Operator operator = encoding.equals(Encoding.FLOAT) ? new Operator.Dequantize() : new Operator.Quantize();
        nodes.add(new Node(operator, List.of(from), List.of(to)));
    }

    private Optional<QuantizeLstm> lstm(Node node, Layout.NodeLayout own) {
        return node.operator() instanceof Operator.UnidirectionalSequenceLstm && !own.isFloat()
                ? Optional.of(new QuantizeLstm(
                        graph,
                        node,
                        own.reads().get(node.input()).perTensor(),
                        own.writes().get(node.output()).perTensor()))
                : Optional.empty();
    }

    /** Inputs of an operator with states, which are its own. */
    private List<Integer> stateful(Node node, Layout.NodeLayout own, Optional<QuantizeLstm> lstm) {
        List<Integer> inputs = new ArrayList<>();
        for (int position = 0; position < node.inputs().size(); position++) {
            int input = node.inputs().get(position);
            if (position == node.operator().data() || input == Node.ABSENT) {
                inputs.add(
                        input == Node.ABSENT ? input : form(input, own.reads().get(input)));
            } else {
                int quantized = position;
                Tensor tensor = lstm.map(each -> each.tensor(quantized)).orElseGet(() -> graph.tensor(input));
                inputs.add(tensor.isState() ? named(tensor) : constant(tensor));
            }
        }
        return inputs;
    }

    /** A new tensor, under a free name. */
    private int named(Tensor own) {
        return add(new Tensor(
                freeName(own.name()), own.type(), own.shape(), own.quantization(), own.data(), own.isState()));
    }

    /** Inputs of an operator with weights in input 1 and perhaps a bias. */
    private List<Integer> weighted(Operator.Weighted operator, Node node, Layout.NodeLayout own) {
        Encoding data = own.reads().get(node.inputs().get(operator.data()));
        QuantizeWeights.Quantized quantized = quantizedWeights(graph, node, own, options);
        List<Integer> inputs = new ArrayList<>();
        for (int position = 0; position < node.inputs().size(); position++) {
            if (position == operator.data()) {
                inputs.add(form(node.inputs().get(position), data));
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

    /** Weights and bias of a node of {@code graph} that computes with integers. */
    static QuantizeWeights.Quantized quantizedWeights(
            Graph graph, Node node, Layout.NodeLayout own, QuantizerOptions options) {
        Operator.Weighted operator = (Operator.Weighted) node.operator();
        boolean perChannel = !(operator instanceof Operator.FullyConnected) || options.perChannelDense();
        Optional<Tensor> bias =
                node.hasInput(operator.bias()) ? Optional.of(graph.input(node, operator.bias())) : Optional.empty();
        Encoding data = own.reads().get(node.inputs().get(operator.data()));
        return QuantizeWeights.quantize(
                graph.input(node, 1),
                bias,
                OperatorRules.weightsAxis(operator).orElseThrow(),
                perChannel,
                data.perTensor().scale(),
                own.isWide());
    }

    private List<Integer> operands(Node node, Layout.NodeLayout own) {
        return node.inputs().stream()
                .map(input -> input == Node.ABSENT ? Node.ABSENT : operand(input, node, own))
                .toList();
    }

    private int operand(int index, Node node, Layout.NodeLayout own) {
        Tensor tensor = graph.tensor(index);
        if (!tensor.isConstant()) {
            return form(index, own.reads().get(index));
        }
        boolean isNumber = tensor.type() == TensorType.FLOAT32;
        return constant(isNumber && !own.isFloat() ? quantized(tensor, node, own) : tensor);
    }

    private static Tensor quantized(Tensor tensor, Node node, Layout.NodeLayout own) {
        float[] values = tensor.data().orElseThrow().floats();
        Encoding encoding = OperatorRules.keepsQuantization(node.operator())
                ? own.writes().get(node.output())
                : own(Range.of(values), own.isWide() && !(node.operator() instanceof Operator.Prelu));
        return Tensor.constant(
                tensor.name(), encoding.type(), tensor.shape(), encoding.quantization(), encoding.quantize(values));
    }

    /** The encoding of a constant that needs no particular one. */
    private static Encoding own(Range range, boolean isWide) {
        Range stretched = range.scale() >= Float.MIN_NORMAL ? range : Range.ZERO.withScaleAtLeast(1);
        return isWide ? Encoding.int16(stretched.wideScale()) : Encoding.int8(stretched.quantization());
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
