package dev.mote.device;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
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
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Int8 graphs, or graphs of int16 with int8 weights, with branches, views, constants, several inputs and outputs: valid, but drawn, not designed. */
public final class RandomGraphs {
    private static final int[] ZERO_POINTS = {-128, -1, 0, 5, 127};
    private static final int[] CHANNELS = {1, 2, 3, 5, 16, 17};

    private final Random random;
    private final TensorType type;
    private final List<Operator.UnaryFunction> unaries;
    private final List<Operator.BinaryFunction> binaries;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> inputs = new ArrayList<>();

    /** Activations of four dimensions. */
    private final List<Integer> images = new ArrayList<>();

    private RandomGraphs(long seed, TensorType type) {
        this.random = new Random(seed);
        this.type = type;
        this.unaries = Stream.of(Operator.UnaryFunction.values())
                .filter(function -> isInt8() ? function.hasInt8() : function.hasInt16())
                .toList();
        this.binaries = Stream.of(Operator.BinaryFunction.values())
                .filter(function -> isInt8() ? function.hasInt8() : function.hasInt16() || function.isChoice())
                .toList();
    }

    public static Graph graph(long seed) {
        return new RandomGraphs(seed, TensorType.INT8).draw();
    }

    /** With int16 activations. */
    public static Graph int16Graph(long seed) {
        return new RandomGraphs(seed, TensorType.INT16).draw();
    }

    /** One or two layers, so that a batch of graphs sees many kinds of them. */
    static Graph layers(long seed, TensorType type) {
        RandomGraphs graphs = new RandomGraphs(seed, type);
        graphs.drawImages(1 + graphs.random.nextInt(2));
        return graphs.graph(List.of(graphs.images.getLast()));
    }

    private boolean isInt8() {
        return type == TensorType.INT8;
    }

    private Graph draw() {
        drawImages(3 + random.nextInt(7));
        List<Integer> outputs = new ArrayList<>(List.of(head(images.getLast())));
        if (random.nextInt(3) == 0) {
            outputs.add(images.get(inputs.size() + random.nextInt(images.size() - inputs.size())));
        }
        return graph(outputs);
    }

    private void drawImages(int layers) {
        Shape shape = Shape.of(1 + random.nextInt(2), side(), side(), channels());
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            inputs.add(variable(shape));
        }
        images.addAll(inputs);
        for (int i = 0; i < layers; i++) {
            images.add(layer(images.get(images.size() - 1 - random.nextInt(Math.min(2, images.size())))));
        }
    }

    private Graph graph(List<Integer> outputs) {
        return new Graph("random", tensors, nodes, inputs, outputs, Map.of());
    }

    private int layer(int input) {
        return switch (random.nextInt(16)) {
            case 0 -> conv(input);
            case 1 -> depthwise(input);
            case 2 -> pool(input, Operator.PoolKind.MAX);
            case 3 -> pool(input, Operator.PoolKind.AVERAGE);
            case 4 -> add(new Operator.Unary(unaries.get(random.nextInt(unaries.size()))), shape(input), input);
            case 5 -> binary(input);
            case 6 -> concatenation(input);
            case 7 -> pad(input);
            case 8, 9 -> new RandomMovements(random, tensors, nodes).move(input);
            case 14 -> new RandomViews(random, tensors, nodes).change(input);
            case 10, 11 -> isInt8() ? new RandomImages(random, tensors, nodes).change(input) : int16(input);
            case 12, 13 -> isInt8() ? new RandomArithmetic(random, tensors, nodes).compute(input) : int16(input);
            default -> add(new Operator.Quantize(), shape(input), input);
        };
    }

    private int conv(int input) {
        int outC = channels();
        int kernelH = 1 + random.nextInt(3);
        int kernelW = 1 + random.nextInt(3);
        Operator.Window window = window(kernelH, kernelW, shape(input), 1 + random.nextInt(2));
        int weights = weights(outC, 0, outC, kernelH, kernelW, shape(input).dimension(3));
        Shape output = output(window, kernelH, kernelW, shape(input), outC);
        return add(new Operator.Conv2d(window, activation()), output, input, weights, bias(input, weights, outC, true));
    }

    private int depthwise(int input) {
        int multiplier = 1 + random.nextInt(5);
        int outC = shape(input).dimension(3) * multiplier;
        int kernelH = 1 + random.nextInt(3);
        int kernelW = 1 + random.nextInt(3);
        Operator.Window window = window(kernelH, kernelW, shape(input), 1 + random.nextInt(2));
        int weights = weights(outC, 3, 1, kernelH, kernelW, outC);
        Shape output = output(window, kernelH, kernelW, shape(input), outC);
        return add(
                new Operator.DepthwiseConv2d(window, multiplier, activation()),
                output,
                input,
                weights,
                bias(input, weights, outC, false));
    }

    /** Pooling keeps scale and zero point. */
    private int pool(int input, Operator.PoolKind kind) {
        int height = 1 + random.nextInt(3);
        int width = 1 + random.nextInt(3);
        Operator.Window window = window(height, width, shape(input), 1);
        Shape output = output(window, height, width, shape(input), shape(input).dimension(3));
        int result = variable(output, tensors.get(input).quantization());
        nodes.add(new Node(
                new Operator.Pool2d(kind, height, width, window, activation()), List.of(input), List.of(result)));
        return result;
    }

    /** With an earlier tensor of the same shape, with itself, or with a constant that repeats. */
    private int binary(int input) {
        Operator.BinaryFunction function = binaries.get(random.nextInt(binaries.size()));
        Operator operator = new Operator.Binary(function, function.hasActivation() ? activation() : Activation.NONE);
        List<Integer> equal = images.stream()
                .filter(other -> shape(other).equals(shape(input)))
                .toList();
        if (random.nextBoolean()) {
            return add(operator, shape(input), input, equal.get(random.nextInt(equal.size())));
        }
        int[] dimensions = shape(input).dimensions();
        for (int i = 0; i < dimensions.length; i++) {
            dimensions[i] = random.nextBoolean() ? dimensions[i] : 1;
        }
        Shape shape = Shape.of(dimensions);
        int constant = constant(type, shape, quantization(), bytes(shape.elements() * type.bytes()));
        return random.nextBoolean()
                ? add(operator, shape(input), input, constant)
                : add(operator, shape(input), constant, input);
    }

    private int int16(int input) {
        return new RandomInt16(random, tensors, nodes).compute(input);
    }

    /** Along channels; all inputs have one quantization. */
    private int concatenation(int input) {
        Shape shape = shape(input);
        int copies = 1 + random.nextInt(3);
        int output = variable(
                Shape.of(shape.dimension(0), shape.dimension(1), shape.dimension(2), copies * shape.dimension(3)),
                tensors.get(input).quantization());
        List<Integer> parts = IntStream.range(0, copies).mapToObj(i -> input).toList();
        nodes.add(new Node(new Operator.Concatenation(-1, Activation.NONE), parts, List.of(output)));
        return output;
    }

    private int pad(int input) {
        int[] paddings = new int[8];
        int[] dimensions = shape(input).dimensions();
        for (int i = 2; i < 8; i++) {
            paddings[i] = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
            dimensions[i / 2] += paddings[i];
        }
        int constant = constant(TensorType.INT32, Shape.of(4, 2), Quantization.NONE, TensorData.ofInts(paddings));
        int output = variable(Shape.of(dimensions), tensors.get(input).quantization());
        nodes.add(new Node(new Operator.Pad(), List.of(input, constant), List.of(output)));
        return output;
    }

    /** A mean or a sum may change the quantization, an extreme keeps it. */
    private int reduced(int image, int axes) {
        ReduceFunction[] functions = ReduceFunction.values();
        ReduceFunction function = isInt8() ? functions[random.nextInt(functions.length)] : ReduceFunction.MEAN;
        Operator operator = new Operator.Reduce(function, false);
        Shape shape = Shape.of(shape(image).dimension(0), shape(image).dimension(3));
        if (function == ReduceFunction.MEAN || function == ReduceFunction.SUM) {
            return add(operator, shape, image, axes);
        }
        int output = variable(shape, tensors.get(image).quantization());
        nodes.add(new Node(operator, List.of(image, axes), List.of(output)));
        return output;
    }

    private int head(int image) {
        int flat = variable(
                Shape.of(shape(image).dimension(0), shape(image).elements(1, 4)),
                tensors.get(image).quantization());
        if (random.nextBoolean()) {
            nodes.add(new Node(new Operator.Reshape(), List.of(image), List.of(flat)));
        } else {
            int axes = constant(TensorType.INT32, Shape.of(2), Quantization.NONE, TensorData.ofInts(1, 2));
            flat = reduced(image, axes);
        }
        int classes = 2 + random.nextInt(6);
        Shape output = Shape.of(shape(flat).dimension(0), classes);
        int weights = constant(
                TensorType.INT8,
                Shape.of(classes, shape(flat).dimension(1)),
                Quantization.perTensor(weightScale(), 0),
                bytes(classes * shape(flat).dimension(1)));
        int dense = add(
                new Operator.FullyConnected(activation(), false),
                output,
                flat,
                weights,
                bias(flat, weights, classes, true));
        if (random.nextBoolean()) {
            return dense;
        }
        int softmax = variable(output, Quantization.perTensor(isInt8() ? 1 / 256f : 1 / 32768f, isInt8() ? -128 : 0));
        nodes.add(new Node(new Operator.Softmax(1), List.of(dense), List.of(softmax)));
        return softmax;
    }

    /** Appends a node with a new output of drawn quantization. */
    private int add(Operator operator, Shape output, Integer... operands) {
        int tensor = variable(output, fixed(operator).orElseGet(this::quantization));
        nodes.add(new Node(operator, List.of(operands), List.of(tensor)));
        return tensor;
    }

    /** What an operator asks of its output. */
    private Optional<Quantization> fixed(Operator operator) {
        if (!(operator instanceof Operator.Unary(Operator.UnaryFunction function))
                || function == Operator.UnaryFunction.RELU
                || function == Operator.UnaryFunction.RELU6) {
            return Optional.empty();
        }
        if (!isInt8()) {
            return Optional.of(Quantization.perTensor(1 / 32768f, 0));
        }
        boolean tanh = function == Operator.UnaryFunction.TANH;
        return Optional.of(Quantization.perTensor(tanh ? 1 / 128f : 1 / 256f, tanh ? 0 : -128));
    }

    private Operator.Window window(int kernelH, int kernelW, Shape input, int dilation) {
        int dilationH = (kernelH - 1) * dilation < input.dimension(1) ? dilation : 1;
        int dilationW = (kernelW - 1) * dilation < input.dimension(2) ? dilation : 1;
        boolean fits = (kernelH - 1) * dilationH < input.dimension(1) && (kernelW - 1) * dilationW < input.dimension(2);
        Padding padding = fits && random.nextBoolean() ? Padding.VALID : Padding.SAME;
        return new Operator.Window(padding, 1 + random.nextInt(2), 1 + random.nextInt(2), dilationH, dilationW);
    }

    private static Shape output(Operator.Window window, int kernelH, int kernelW, Shape input, int channels) {
        return Shape.of(
                input.dimension(0),
                length(window.padding(), input.dimension(1), kernelH, window.strideH(), window.dilationH()),
                length(window.padding(), input.dimension(2), kernelW, window.strideW(), window.dilationW()),
                channels);
    }

    private static int length(Padding padding, int input, int kernel, int stride, int dilation) {
        int reach = padding == Padding.SAME ? input : input - (kernel - 1) * dilation;
        return (reach + stride - 1) / stride;
    }

    private int weights(int channels, int axis, int... dimensions) {
        List<Float> scales =
                IntStream.range(0, channels).mapToObj(i -> weightScale()).toList();
        Shape shape = Shape.of(dimensions);
        return constant(TensorType.INT8, shape, Quantization.perChannel(scales, axis), bytes(shape.elements()));
    }

    /**
     * Its scale is that of the products.
     *
     * @param mayBeNarrow whether it may be int32 with int16 activations
     */
    private int bias(int input, int weights, int channels, boolean mayBeNarrow) {
        if (random.nextInt(4) == 0) {
            return Node.ABSENT;
        }
        float inputScale = ((Quantization.PerTensor) tensors.get(input).quantization()).scale();
        Quantization quantization =
                switch (tensors.get(weights).quantization()) {
                    case Quantization.PerChannel all ->
                        Quantization.perChannel(
                                all.scales().stream()
                                        .map(scale -> scale * inputScale)
                                        .toList(),
                                0);
                    case Quantization.PerTensor one -> Quantization.perTensor(one.scale() * inputScale, 0);
                    case Quantization.None _, Quantization.Trained _ -> Quantization.NONE;
                };
        if (isInt8() || mayBeNarrow && random.nextInt(4) == 0) {
            int[] values = random.ints(channels, -5000, 5000).toArray();
            return constant(TensorType.INT32, Shape.of(channels), quantization, TensorData.ofInts(values));
        }
        long[] values = random.longs(channels, -(1L << 24), 1L << 24).toArray();
        return constant(TensorType.INT64, Shape.of(channels), quantization, TensorData.ofLongs(values));
    }

    private int constant(TensorType type, Shape shape, Quantization quantization, TensorData data) {
        tensors.add(Tensor.constant("t" + tensors.size(), type, shape, quantization, data));
        return tensors.size() - 1;
    }

    private int variable(Shape shape) {
        return variable(shape, quantization());
    }

    private int variable(Shape shape, Quantization quantization) {
        tensors.add(Tensor.variable("t" + tensors.size(), type, shape, quantization));
        return tensors.size() - 1;
    }

    private TensorData bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return TensorData.ofBytes(bytes);
    }

    private Quantization quantization() {
        float scale = scale();
        return Quantization.perTensor(scale, isInt8() ? ZERO_POINTS[random.nextInt(ZERO_POINTS.length)] : 0);
    }

    private float scale() {
        return (0.02f + random.nextFloat() * 0.2f) / (isInt8() ? 1 : 128);
    }

    private float weightScale() {
        return (0.02f + random.nextFloat() * 0.2f) / 10;
    }

    private Activation activation() {
        return Activation.values()[random.nextInt(Activation.values().length)];
    }

    private Shape shape(int tensor) {
        return tensors.get(tensor).shape();
    }

    private int side() {
        return 1 + random.nextInt(7);
    }

    private int channels() {
        return CHANNELS[random.nextInt(CHANNELS.length)];
    }
}
