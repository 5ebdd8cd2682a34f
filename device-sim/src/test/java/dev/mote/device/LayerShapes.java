package dev.mote.device;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
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

/**
 * Layers at the borders of what fast kernels take: vectors that are not full, windows that reach over edges, kernels of one row or
 * column, strides, dilations, clamps. Each has an input and an output of its own.
 */
public final class LayerShapes {
    private static final float SCALE = 0.05f;

    private final Random random = new Random(7);
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();
    private final List<Integer> outputs = new ArrayList<>();

    private LayerShapes() {}

    public static Graph graph() {
        LayerShapes shapes = new LayerShapes();
        shapes.convolutions();
        shapes.depthwise();
        shapes.others();
        return new Graph("shapes", shapes.tensors, shapes.nodes, shapes.inputs, shapes.outputs, Map.of());
    }

    private void convolutions() {
        conv2d(shape(1, 7, 5, 5), 6, 3, 2, new Window(Padding.VALID, 2, 1, 1, 1));
        conv2d(shape(2, 9, 9, 2), 4, 5, 5, new Window(Padding.SAME, 1, 1, 1, 1));
        conv2d(shape(1, 9, 8, 11), 7, 5, 5, new Window(Padding.SAME, 3, 2, 1, 1));
        conv2d(shape(1, 1, 13, 3), 9, 1, 4, new Window(Padding.VALID, 1, 2, 1, 1));
        conv2d(shape(1, 12, 1, 6), 5, 3, 1, new Window(Padding.SAME, 1, 1, 1, 1));
        conv2d(shape(1, 14, 1, 17), 8, 4, 1, new Window(Padding.VALID, 1, 1, 3, 1));
        conv2d(shape(1, 6, 6, 8), 8, 3, 3, new Window(Padding.SAME, 1, 1, 2, 2));
        conv2d(shape(1, 7, 6, 19), 3, 1, 1, new Window(Padding.SAME, 2, 2, 1, 1));
        conv2d(shape(2, 3, 3, 16), 5, 1, 1, new Window(Padding.SAME, 1, 1, 1, 1));
        conv2d(shape(1, 4, 4, 33), 1, 3, 3, new Window(Padding.SAME, 1, 1, 1, 1));
        conv2d(shape(1, 5, 90, 16), 4, 3, 3, new Window(Padding.SAME, 1, 1, 1, 1));
    }

    private void depthwise() {
        depthwise(shape(1, 9, 9, 17), 1, 5, 5, new Window(Padding.SAME, 1, 1, 1, 1));
        depthwise(shape(1, 9, 8, 19), 1, 7, 7, new Window(Padding.SAME, 2, 1, 1, 1));
        depthwise(shape(1, 7, 7, 5), 1, 2, 3, new Window(Padding.SAME, 1, 1, 2, 2));
        depthwise(shape(1, 8, 7, 4), 1, 3, 3, new Window(Padding.SAME, 1, 1, 1, 1));
        depthwise(shape(2, 7, 5, 24), 1, 3, 3, new Window(Padding.SAME, 2, 2, 1, 1));
        depthwise(shape(1, 21, 1, 18), 1, 10, 1, new Window(Padding.SAME, 1, 1, 1, 1));
        depthwise(shape(1, 1, 11, 20), 1, 1, 3, new Window(Padding.VALID, 1, 1, 1, 1));
        depthwise(shape(1, 5, 3, 8), 1, 2, 1, new Window(Padding.VALID, 1, 3, 1, 1));
        depthwise(shape(1, 5, 5, 3), 1, 3, 3, new Window(Padding.SAME, 1, 1, 1, 1));
        depthwise(shape(1, 5, 5, 6), 2, 3, 3, new Window(Padding.SAME, 1, 1, 1, 1));
        depthwise(shape(1, 10, 9, 1), 8, 4, 3, new Window(Padding.SAME, 2, 2, 1, 1));
    }

    private void others() {
        fullyConnected(2, 37, 13);
        fullyConnected(1, 5, 1);
        fullyConnected(1, 160, 4);
        for (PoolKind kind : List.of(PoolKind.MAX, PoolKind.AVERAGE)) {
            pool(kind, shape(1, 5, 6, 18), 3, 3, new Window(Padding.SAME, 2, 2, 1, 1), Activation.RELU);
            pool(kind, shape(1, 4, 4, 35), 4, 4, new Window(Padding.VALID, 1, 1, 1, 1), Activation.NONE);
        }
        sum(SCALE, 3 * SCALE, SCALE, Activation.NONE);
        sum(SCALE, SCALE / 7, SCALE / 2, Activation.RELU6);
        sum(SCALE, SCALE, SCALE, Activation.RELU);
    }

    private void conv2d(Shape input, int outC, int kernelH, int kernelW, Window window) {
        List<Float> scales = scales(outC);
        add(
                new Operator.Conv2d(window, activation()),
                windowed(input, kernelH, kernelW, window, outC),
                input(input, SCALE),
                weights(shape(outC, kernelH, kernelW, input.dimension(3)), Quantization.perChannel(scales, 0)),
                bias(scales));
    }

    private void depthwise(Shape input, int multiplier, int kernelH, int kernelW, Window window) {
        int outC = input.dimension(3) * multiplier;
        List<Float> scales = scales(outC);
        add(
                new Operator.DepthwiseConv2d(window, multiplier, activation()),
                windowed(input, kernelH, kernelW, window, outC),
                input(input, SCALE),
                weights(shape(1, kernelH, kernelW, outC), Quantization.perChannel(scales, 3)),
                bias(scales));
    }

    private void fullyConnected(int batches, int size, int count) {
        add(
                new Operator.FullyConnected(activation(), false),
                output(shape(batches, count)),
                input(shape(batches, size), SCALE),
                weights(shape(count, size), Quantization.perTensor(0.01f, 0)),
                Node.ABSENT);
    }

    private void pool(PoolKind kind, Shape input, int height, int width, Window window, Activation activation) {
        Shape output = windowed(input, height, width, window);
        int in = input(input, SCALE);
        add(
                new Operator.Pool2d(kind, height, width, window, activation),
                variable(output, tensors.get(in).quantization()),
                in);
    }

    private void sum(float first, float second, float output, Activation activation) {
        Shape shape = shape(1, 3, 7, 5);
        add(
                new Operator.Binary(BinaryFunction.ADD, activation),
                variable(shape, output),
                input(shape, first),
                input(shape, second));
    }

    private Activation activation() {
        return nodes.size() % 3 == 0 ? Activation.RELU : Activation.NONE;
    }

    private void add(Operator operator, int output, int... operands) {
        nodes.add(new Node(operator, IntStream.of(operands).boxed().toList(), List.of(output)));
        outputs.add(output);
    }

    private int windowed(Shape input, int kernelH, int kernelW, Window window, int outC) {
        Shape all = windowed(input, kernelH, kernelW, window);
        return output(shape(all.dimension(0), all.dimension(1), all.dimension(2), outC));
    }

    private static Shape windowed(Shape input, int kernelH, int kernelW, Window w) {
        return shape(
                input.dimension(0),
                size(w.padding(), input.dimension(1), kernelH, w.strideH(), w.dilationH()),
                size(w.padding(), input.dimension(2), kernelW, w.strideW(), w.dilationW()),
                input.dimension(3));
    }

    private static int size(Padding padding, int input, int kernel, int stride, int dilation) {
        int positions = padding == Padding.SAME ? input : input - (kernel - 1) * dilation;
        return Math.ceilDiv(positions, stride);
    }

    private int input(Shape shape, float scale) {
        int input = variable(shape, scale);
        inputs.add(input);
        return input;
    }

    /** Of products. */
    private int output(Shape shape) {
        return variable(shape, 0.4f);
    }

    private int variable(Shape shape, float scale) {
        return variable(shape, Quantization.perTensor(scale, random.nextInt(40) - 20));
    }

    private int variable(Shape shape, Quantization quantization) {
        return tensor(Tensor.variable("t" + tensors.size(), TensorType.INT8, shape, quantization));
    }

    private List<Float> scales(int channels) {
        return IntStream.range(0, channels)
                .mapToObj(i -> 0.02f / (1 + random.nextInt(9)))
                .toList();
    }

    private int weights(Shape shape, Quantization quantization) {
        byte[] values = new byte[shape.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (random.nextInt(255) - 127);
        }
        return tensor(Tensor.constant(
                "t" + tensors.size(), TensorType.INT8, shape, quantization, TensorData.ofBytes(values)));
    }

    private int bias(List<Float> scales) {
        int[] values = random.ints(scales.size(), -3000, 3000).toArray();
        Quantization quantization = Quantization.perChannel(
                scales.stream().map(scale -> scale * SCALE).toList(), 0);
        return tensor(Tensor.constant(
                "t" + tensors.size(), TensorType.INT32, shape(values.length), quantization, TensorData.ofInts(values)));
    }

    private int tensor(Tensor tensor) {
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    private static Shape shape(int... dimensions) {
        return Shape.of(dimensions);
    }
}
