package dev.mote.model.graph;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Operator.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small valid graphs of one operator each, in float32 and in int8, for tests that break or rewrite them. */
public final class OperatorSamples {
    static final Quantization SCALE = Quantization.perTensor(0.5f, 3);

    private OperatorSamples() {}

    /** Every operator that Mote supports, with float32 tensors and with int8 tensors where it has both. */
    public static List<Graph> all() {
        List<Graph> graphs = new ArrayList<>();
        for (TensorType type : List.of(TensorType.FLOAT32, TensorType.INT8)) {
            graphs.add(conv2d(type));
            graphs.add(groupedConv2d(type));
            graphs.add(depthwiseConv2d(type));
            graphs.add(fullyConnected(type, false));
            graphs.add(fullyConnected(type, true));
            graphs.addAll(ArithmeticSamples.of(type));
            graphs.add(pool(type, PoolKind.MAX));
            graphs.add(pool(type, PoolKind.AVERAGE));
            for (ReduceFunction function : ReduceFunction.values()) {
                graphs.add(reduce(type, function));
            }
            graphs.add(softmax(type));
            for (UnaryFunction function : UnaryFunction.values()) {
                if (type == TensorType.FLOAT32 || function.hasInt8()) {
                    graphs.add(unary(type, function));
                }
            }
            graphs.add(one(new Operator.LeakyRelu(0.1f), data(type, SCALE, 1, 4), data(type, SCALE, 1, 4)));
            for (BinaryFunction function : BinaryFunction.values()) {
                if (type == TensorType.FLOAT32 || function.hasInt8()) {
                    graphs.add(binary(type, function));
                }
            }
            graphs.add(pad(type));
            graphs.add(concatenation(type));
            graphs.add(one(new Operator.Reshape(), data(type, SCALE, 2, 3), data(type, SCALE, 1, 6)));
        }
        graphs.addAll(Int16Samples.all());
        MovementSamples.TYPES.forEach(type -> graphs.addAll(MovementSamples.of(type)));
        MovementSamples.TYPES.forEach(type -> graphs.addAll(IndexSamples.of(type)));
        graphs.addAll(IndexSamples.computing());
        graphs.addAll(StateSamples.all());
        graphs.addAll(LogicSamples.all());
        return graphs;
    }

    /** Input 5x5x2, weights 3x3x3x2, stride 2, SAME. */
    public static Graph conv2d(TensorType type) {
        Operator conv = new Operator.Conv2d(new Window(Padding.SAME, 2, 2, 1, 1), Activation.RELU);
        return one(
                conv,
                data(type, SCALE, 1, 5, 5, 2),
                weights(type, 0, 3, 3, 3, 2),
                bias(type, 3),
                data(type, SCALE, 1, 3, 3, 3));
    }

    static Graph groupedConv2d(TensorType type) {
        Operator conv = new Operator.Conv2d(new Window(Padding.VALID, 1, 2, 2, 1), Activation.NONE);
        return one(
                conv,
                data(type, SCALE, 1, 5, 5, 4),
                weights(type, 0, 2, 2, 2, 2),
                bias(type, 2),
                data(type, SCALE, 1, 3, 2, 2));
    }

    static Graph depthwiseConv2d(TensorType type) {
        Operator conv = new Operator.DepthwiseConv2d(new Window(Padding.VALID, 1, 1, 2, 2), 2, Activation.RELU6);
        return one(
                conv,
                data(type, SCALE, 1, 5, 5, 2),
                weights(type, 3, 1, 2, 2, 4),
                bias(type, 4),
                data(type, SCALE, 1, 3, 3, 4));
    }

    static Graph fullyConnected(TensorType type, boolean keepDimensions) {
        Operator dense = new Operator.FullyConnected(Activation.NONE, keepDimensions);
        Tensor output = keepDimensions ? data(type, SCALE, 2, 3, 5) : data(type, SCALE, 6, 5);
        return one(dense, data(type, SCALE, 2, 3, 4), weights(type, 0, 5, 4), bias(type, 5), output);
    }

    static Graph pool(TensorType type, PoolKind kind) {
        Operator pool = new Operator.Pool2d(kind, 2, 3, Window.of(Padding.VALID, 2, 1), Activation.NONE);
        return one(pool, data(type, SCALE, 1, 4, 4, 2), data(type, SCALE, 1, 2, 2, 2));
    }

    static Graph mean(TensorType type) {
        return reduce(type, ReduceFunction.MEAN);
    }

    static Graph reduce(TensorType type, ReduceFunction function) {
        return one(
                new Operator.Reduce(function, false),
                data(type, SCALE, 1, 4, 4, 2),
                ints(1, -2),
                data(type, SCALE, 1, 2));
    }

    static Graph softmax(TensorType type) {
        return one(
                new Operator.Softmax(1),
                data(type, SCALE, 1, 4),
                data(type, Quantization.perTensor(1f / 256, -128), 1, 4));
    }

    static Graph unary(TensorType type, UnaryFunction function) {
        Quantization output =
                switch (function) {
                    case LOGISTIC -> Quantization.perTensor(1f / 256, -128);
                    case TANH -> Quantization.perTensor(1f / 128, 0);
                    case RELU, RELU6, RELU_N1_TO_1, ELU, HARD_SWISH, ABS -> SCALE;
                    case NEG, EXP, LOG, SQRT, RSQRT, SQUARE, SIN, COS, FLOOR, CEIL, ROUND -> SCALE;
                };
        return one(new Operator.Unary(function), data(type, SCALE, 1, 4), data(type, output, 1, 4));
    }

    static Graph add(TensorType type) {
        return binary(type, BinaryFunction.ADD);
    }

    static Graph binary(TensorType type, BinaryFunction function) {
        return one(
                new Operator.Binary(function, function.hasActivation() ? Activation.RELU_N1_TO_1 : Activation.NONE),
                data(type, SCALE, 1, 3, 4),
                data(type, SCALE, 3, 1),
                data(type, SCALE, 1, 3, 4));
    }

    static Graph pad(TensorType type) {
        Tensor paddings = Tensor.constant(
                "paddings", TensorType.INT32, Shape.of(2, 2), Quantization.NONE, TensorData.ofInts(0, 0, 1, 2));
        return one(new Operator.Pad(), data(type, SCALE, 1, 4), paddings, data(type, SCALE, 1, 7));
    }

    static Graph concatenation(TensorType type) {
        return one(
                new Operator.Concatenation(-1, Activation.NONE),
                data(type, SCALE, 1, 2),
                data(type, SCALE, 1, 3),
                data(type, SCALE, 1, 5));
    }

    /** A graph of one operator: inputs, then the output; variable inputs are those of the graph. */
    public static Graph one(Operator operator, Tensor... tensors) {
        int output = tensors.length - 1;
        List<Integer> operands = IntStream.range(0, output).boxed().toList();
        List<Integer> inputs =
                operands.stream().filter(index -> !tensors[index].isConstant()).toList();
        return new Graph(
                OperatorNames.of(operator).toLowerCase(java.util.Locale.ROOT),
                List.of(tensors),
                List.of(new Node(operator, operands, List.of(output))),
                inputs,
                List.of(output),
                Map.of());
    }

    /** {@code graph} with another tensor {@code index}. */
    static Graph with(Graph graph, int index, Tensor tensor) {
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        tensors.set(index, tensor);
        return new Graph(graph.name(), tensors, graph.nodes(), graph.inputs(), graph.outputs(), graph.metadata());
    }

    /** {@code graph} with another operator in its only node. */
    static Graph with(Graph graph, Operator operator) {
        Node node = graph.nodes().getFirst();
        return with(graph, new Node(operator, node.inputs(), node.outputs()));
    }

    static Graph with(Graph graph, Node... nodes) {
        return new Graph(
                graph.name(), graph.tensors(), List.of(nodes), graph.inputs(), graph.outputs(), graph.metadata());
    }

    static Tensor quantized(Tensor tensor, Quantization quantization) {
        return new Tensor(tensor.name(), tensor.type(), tensor.shape(), quantization, tensor.data());
    }

    static Tensor shaped(Tensor tensor, int... dimensions) {
        return Tensor.variable(tensor.name(), tensor.type(), Shape.of(dimensions), tensor.quantization());
    }

    /** An activation; the scale is for int8 only. */
    public static Tensor data(TensorType type, Quantization quantization, int... dimensions) {
        return Tensor.variable(
                "data", type, Shape.of(dimensions), type == TensorType.INT8 ? quantization : Quantization.NONE);
    }

    static Tensor weights(TensorType type, int axis, int... dimensions) {
        Shape shape = Shape.of(dimensions);
        if (type == TensorType.FLOAT32) {
            return Tensor.constant(
                    "weights", type, shape, Quantization.NONE, TensorData.ofFloats(new float[shape.elements()]));
        }
        Quantization scales = Quantization.perChannel(Collections.nCopies(shape.dimension(axis), 0.25f), axis);
        return Tensor.constant("weights", type, shape, scales, TensorData.ofBytes(new byte[shape.elements()]));
    }

    static Tensor bias(TensorType type, int channels) {
        return type == TensorType.FLOAT32
                ? Tensor.constant(
                        "bias", type, Shape.of(channels), Quantization.NONE, TensorData.ofFloats(new float[channels]))
                : Tensor.constant(
                        "bias",
                        TensorType.INT32,
                        Shape.of(channels),
                        Quantization.perChannel(Collections.nCopies(channels, 0.125f), 0),
                        TensorData.ofInts(new int[channels]));
    }

    static Tensor ints(int... values) {
        return Tensor.constant(
                "ints", TensorType.INT32, Shape.of(values.length), Quantization.NONE, TensorData.ofInts(values));
    }
}
