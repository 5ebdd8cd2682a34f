package dev.mote.quantizer;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Builds small float networks. Each method adds a node and returns the index of its output tensor, named as the node. */
final class Nets {
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();
    private final Random random;

    Nets(long seed) {
        this.random = new Random(seed);
    }

    int input(int... shape) {
        inputs.add(variable("input" + inputs.size(), Shape.of(shape)));
        return inputs.getLast();
    }

    int constant(String name, Shape shape, float... values) {
        tensors.add(Tensor.constant(name, TensorType.FLOAT32, shape, Quantization.NONE, TensorData.ofFloats(values)));
        return tensors.size() - 1;
    }

    int integers(String name, Shape shape, int... values) {
        tensors.add(Tensor.constant(name, TensorType.INT32, shape, Quantization.NONE, TensorData.ofInts(values)));
        return tensors.size() - 1;
    }

    int variable(String name, Shape shape) {
        tensors.add(Tensor.variable(name, TensorType.FLOAT32, shape, Quantization.NONE));
        return tensors.size() - 1;
    }

    int node(Operator operator, Shape output, String name, int... inputs) {
        int index = variable(name, output);
        nodes.add(new Node(operator, IntStream.of(inputs).boxed().toList(), List.of(index)));
        return index;
    }

    /** A node with several outputs: {@code name0}, {@code name1}, ... */
    List<Integer> nodes(Operator operator, List<Shape> outputs, String name, Integer... inputs) {
        List<Integer> indices = IntStream.range(0, outputs.size())
                .mapToObj(i -> variable(name + i, outputs.get(i)))
                .toList();
        nodes.add(new Node(operator, List.of(inputs), indices));
        return indices;
    }

    /** 3 x 3, padding SAME, random weights. */
    int conv(String name, int input, int filters, Activation activation) {
        Shape in = tensors.get(input).shape();
        int depth = in.dimension(3);
        int weights = gaussians(name + "/weights", Shape.of(filters, 3, 3, depth), 1.4 / Math.sqrt(9 * depth));
        int bias = gaussians(name + "/bias", Shape.of(filters), 0.1);
        Operator operator = new Operator.Conv2d(Window.of(Padding.SAME, 1, 1), activation);
        return node(operator, Shape.of(1, in.dimension(1), in.dimension(2), filters), name, input, weights, bias);
    }

    int depthwise(String name, int input, Activation activation) {
        Shape in = tensors.get(input).shape();
        int depth = in.dimension(3);
        int weights = gaussians(name + "/weights", Shape.of(1, 3, 3, depth), 0.4);
        int bias = gaussians(name + "/bias", Shape.of(depth), 0.1);
        return node(
                new Operator.DepthwiseConv2d(Window.of(Padding.SAME, 1, 1), 1, activation),
                in,
                name,
                input,
                weights,
                bias);
    }

    int dense(String name, int input, int outputs, Activation activation) {
        int elements = tensors.get(input).shape().elements();
        int weights = gaussians(name + "/weights", Shape.of(outputs, elements), 1.4 / Math.sqrt(elements));
        int bias = gaussians(name + "/bias", Shape.of(outputs), 0.1);
        return node(new Operator.FullyConnected(activation, false), Shape.of(1, outputs), name, input, weights, bias);
    }

    /** 2 x 2, stride 2. */
    int pool(String name, int input, PoolKind kind) {
        Shape in = tensors.get(input).shape();
        Shape out = Shape.of(1, in.dimension(1) / 2, in.dimension(2) / 2, in.dimension(3));
        return node(new Operator.Pool2d(kind, 2, 2, Window.of(Padding.VALID, 2, 2), Activation.NONE), out, name, input);
    }

    int unary(String name, int input, Operator.UnaryFunction function) {
        return node(new Operator.Unary(function), tensors.get(input).shape(), name, input);
    }

    int softmax(String name, int input) {
        return node(new Operator.Softmax(1), tensors.get(input).shape(), name, input);
    }

    int flatten(String name, int input) {
        return node(
                new Operator.Reshape(), Shape.of(1, tensors.get(input).shape().elements()), name, input);
    }

    int add(String name, int first, int second) {
        return node(
                new Operator.Binary(Operator.BinaryFunction.ADD, Activation.NONE),
                tensors.get(first).shape(),
                name,
                first,
                second);
    }

    /** Gives a tensor the range that training found. */
    int trained(int tensor, float min, float max) {
        Tensor plain = tensors.get(tensor);
        tensors.set(
                tensor, Tensor.variable(plain.name(), plain.type(), plain.shape(), new Quantization.Trained(min, max)));
        return tensor;
    }

    /** Of two tensors [1, n]. */
    int concatenate(String name, int first, int second) {
        int length = tensors.get(first).shape().dimension(1)
                + tensors.get(second).shape().dimension(1);
        return node(new Operator.Concatenation(1, Activation.NONE), Shape.of(1, length), name, first, second);
    }

    private int gaussians(String name, Shape shape, double deviation) {
        float[] values = new float[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return constant(name, shape, values);
    }

    Graph graph(int... outputs) {
        return new Graph(
                "net", tensors, nodes, inputs, IntStream.of(outputs).boxed().toList(), Map.of());
    }

    FloatModel model(int... outputs) {
        return new FloatModel(graph(outputs));
    }

    /** Samples of values between -1 and 1 for all inputs. */
    Calibration samples(int count) {
        return new Calibration("random samples", randomSamples(inputs(), count, random.nextLong()));
    }

    private int inputs() {
        return inputs.stream().mapToInt(i -> tensors.get(i).shape().elements()).sum();
    }

    static List<float[]> randomSamples(int length, int count, long seed) {
        Random random = new Random(seed);
        List<float[]> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] sample = new float[length];
            for (int j = 0; j < length; j++) {
                sample[j] = random.nextFloat() * 2 - 1;
            }
            samples.add(sample);
        }
        return samples;
    }
}
