package dev.mote.device;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.ReduceFunction;
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
import java.util.stream.Stream;

/**
 * Graphs of int8 layers side by side, each with inputs and an output of its own: depthwise convolutions, pooling, sums, products and
 * means of many sizes, with outputs that spread over int8.
 */
public final class RandomWindows {
    private static final int[] ZERO_POINTS = {-128, -128, -5, 0, 17, 127};
    private static final int[] CHANNELS = {2, 3, 4, 5, 7, 8, 9, 13, 16};
    /** Rows and columns: most networks have squares. */
    private static final int[][] KERNELS = {
        {3, 3}, {3, 3}, {3, 3}, {5, 5}, {2, 2}, {1, 1}, {4, 1}, {9, 1}, {1, 3}, {1, 6}, {2, 5}, {7, 3}
    };

    private final Random random;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();
    private final List<Integer> outputs = new ArrayList<>();

    private RandomWindows(long seed) {
        this.random = new Random(seed);
    }

    public static Graph graph(long seed, int layers) {
        RandomWindows windows = new RandomWindows(seed);
        for (int i = 0; i < layers; i++) {
            windows.layer();
        }
        return new Graph("windows", windows.tensors, windows.nodes, windows.inputs, windows.outputs, Map.of());
    }

    private void layer() {
        Shape image = Shape.of(1 + random.nextInt(2), side(), side(), CHANNELS[random.nextInt(CHANNELS.length)]);
        switch (random.nextInt(11)) {
            case 0 -> pool(PoolKind.AVERAGE, image);
            case 1 -> pool(PoolKind.MAX, image);
            case 2 -> sum(image);
            case 3 -> product(image);
            case 4 -> mean(image);
            default -> depthwise(image);
        }
    }

    private void depthwise(Shape image) {
        int[] kernel = KERNELS[random.nextInt(KERNELS.length)];
        int multiplier = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
        int outC = image.dimension(3) * multiplier;
        Operator.Window window = window(kernel, image);
        float inputScale = 0.01f + random.nextFloat() * 0.05f;
        List<Float> scales = IntStream.range(0, outC)
                .mapToObj(i -> 0.002f + random.nextFloat() * 0.02f)
                .toList();
        int weights = constant(
                TensorType.INT8,
                Shape.of(1, kernel[0], kernel[1], outC),
                Quantization.perChannel(scales, 3),
                weights(kernel[0] * kernel[1] * outC));
        int bias = constant(
                TensorType.INT32,
                Shape.of(outC),
                Quantization.perChannel(
                        scales.stream().map(scale -> scale * inputScale).toList(), 0),
                TensorData.ofInts(random.ints(outC, -3000, 3000).toArray()));
        float outputScale =
                inputScale * (0.2f + random.nextFloat()) * (float) Math.sqrt((double) kernel[0] * kernel[1]);
        add(
                new Operator.DepthwiseConv2d(window, multiplier, activation()),
                output(window, kernel, image, outC),
                Quantization.perTensor(outputScale, zeroPoint()),
                input(image, Quantization.perTensor(inputScale, zeroPoint())),
                weights,
                bias);
    }

    private void pool(PoolKind kind, Shape image) {
        int[] kernel = random.nextInt(3) == 0
                ? new int[] {image.dimension(1), image.dimension(2)}
                : KERNELS[random.nextInt(KERNELS.length)];
        Operator.Window window = window(kernel, image);
        Quantization quantization = Quantization.perTensor(0.03f, zeroPoint());
        add(
                new Operator.Pool2d(kind, kernel[0], kernel[1], undilated(window), activation()),
                output(undilated(window), kernel, image, image.dimension(3)),
                quantization,
                input(image, quantization));
    }

    /** Of operands of one scale, or of two. */
    private void sum(Shape image) {
        float scale = 0.02f + random.nextFloat() * 0.1f;
        float other = random.nextInt(3) == 0 ? scale : scale * (float) Math.pow(2, 4 * random.nextGaussian());
        add(
                new Operator.Binary(BinaryFunction.ADD, activation()),
                image,
                Quantization.perTensor((scale + other) * (0.3f + random.nextFloat()), zeroPoint()),
                input(image, Quantization.perTensor(scale, zeroPoint())),
                input(image, Quantization.perTensor(other, zeroPoint())));
    }

    /** The second operand may repeat for every pixel, or for every channel. */
    private void product(Shape image) {
        Shape repeated =
                switch (random.nextInt(3)) {
                    case 0 -> image;
                    case 1 -> Shape.of(image.dimension(0), 1, 1, image.dimension(3));
                    default -> Shape.of(image.dimension(0), image.dimension(1), image.dimension(2), 1);
                };
        add(
                new Operator.Binary(BinaryFunction.MUL, activation()),
                image,
                Quantization.perTensor(0.005f + 0.1f * random.nextFloat(), zeroPoint()),
                input(image, Quantization.perTensor(0.04f, zeroPoint())),
                input(repeated, Quantization.perTensor(0.02f, zeroPoint())));
    }

    private void mean(Shape image) {
        int axes = constant(TensorType.INT32, Shape.of(2), Quantization.NONE, TensorData.ofInts(1, 2));
        add(
                new Operator.Reduce(ReduceFunction.MEAN, false),
                Shape.of(image.dimension(0), image.dimension(3)),
                Quantization.perTensor(0.01f, zeroPoint()),
                input(image, Quantization.perTensor(0.03f, zeroPoint())),
                axes);
    }

    private Operator.Window window(int[] kernel, Shape image) {
        boolean fits = kernel[0] <= image.dimension(1) && kernel[1] <= image.dimension(2);
        boolean isDilated =
                random.nextInt(10) == 0 && 2 * kernel[0] <= image.dimension(1) && 2 * kernel[1] <= image.dimension(2);
        int dilation = isDilated ? 2 : 1;
        Padding padding = fits && random.nextBoolean() ? Padding.VALID : Padding.SAME;
        int stride = random.nextInt(3) == 0 ? 2 : 1;
        boolean isOdd = random.nextInt(8) == 0;
        return new Operator.Window(padding, isOdd ? 1 + random.nextInt(4) : stride, stride, dilation, dilation);
    }

    private static Operator.Window undilated(Operator.Window window) {
        return new Operator.Window(window.padding(), window.strideH(), window.strideW(), 1, 1);
    }

    private static Shape output(Operator.Window window, int[] kernel, Shape image, int channels) {
        return Shape.of(
                image.dimension(0),
                length(window.padding(), image.dimension(1), kernel[0], window.strideH(), window.dilationH()),
                length(window.padding(), image.dimension(2), kernel[1], window.strideW(), window.dilationW()),
                channels);
    }

    private static int length(Padding padding, int input, int kernel, int stride, int dilation) {
        int reach = padding == Padding.SAME ? input : input - (kernel - 1) * dilation;
        return (reach + stride - 1) / stride;
    }

    private int side() {
        return 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 14);
    }

    private int zeroPoint() {
        return ZERO_POINTS[random.nextInt(ZERO_POINTS.length)];
    }

    private Activation activation() {
        return Stream.of(Activation.NONE, Activation.RELU, Activation.RELU6)
                .toList()
                .get(random.nextInt(3));
    }

    /** Without -128, which the format has no weights of. */
    private TensorData weights(int count) {
        byte[] values = new byte[count];
        for (int i = 0; i < count; i++) {
            values[i] = (byte) (random.nextInt(255) - 127);
        }
        return TensorData.ofBytes(values);
    }

    private int input(Shape shape, Quantization quantization) {
        inputs.add(variable(shape, quantization));
        return inputs.getLast();
    }

    private void add(Operator operator, Shape output, Quantization quantization, Integer... operands) {
        outputs.add(variable(output, quantization));
        nodes.add(new Node(operator, List.of(operands), List.of(outputs.getLast())));
    }

    private int variable(Shape shape, Quantization quantization) {
        tensors.add(Tensor.variable("t" + tensors.size(), TensorType.INT8, shape, quantization));
        return tensors.size() - 1;
    }

    private int constant(TensorType type, Shape shape, Quantization quantization, TensorData data) {
        tensors.add(Tensor.constant("t" + tensors.size(), type, shape, quantization, data));
        return tensors.size() - 1;
    }
}
