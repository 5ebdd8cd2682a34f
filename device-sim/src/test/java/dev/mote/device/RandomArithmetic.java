package dev.mote.device;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Appends drawn operators that multiply matrices, or compute along channels; they make images from images. */
record RandomArithmetic(Random random, List<Tensor> tensors, List<Node> nodes) {
    /** Of images whose sides only grow. */
    private static final int LARGEST_SIDE = 12;

    int compute(int input) {
        return switch (random.nextInt(6)) {
            case 0 -> transposeConv(input);
            case 1 -> matmul(input);
            case 2 -> prelu(input);
            case 4 -> add(new Operator.AddN(), sizes(input), quantization(), addends(input));
            case 3 -> add(new Operator.LogSoftmax(), sizes(input), Quantization.perTensor(1f / 16, 127), input);
            default -> add(new Operator.L2Normalization(), sizes(input), Quantization.perTensor(1f / 128, 0), input);
        };
    }

    private int transposeConv(int input) {
        int[] in = sizes(input);
        int outC = 1 + random.nextInt(9);
        int kernelH = 1 + random.nextInt(3);
        int kernelW = 1 + random.nextInt(3);
        boolean grows = Math.max(in[1], in[2]) * 2 <= LARGEST_SIDE;
        int strideH = grows ? 1 + random.nextInt(2) : 1;
        int strideW = grows ? 1 + random.nextInt(2) : 1;
        Padding padding = random.nextBoolean() && grows ? Padding.VALID : Padding.SAME;
        Operator.Window window = Operator.Window.of(padding, strideH, strideW);
        int[] out = {in[0], length(in[1], strideH, kernelH, padding), length(in[2], strideW, kernelW, padding), outC};
        List<Float> scales =
                IntStream.range(0, outC).mapToObj(i -> scale() / 10).toList();
        int weights = constant(Quantization.perChannel(scales, 0), outC, kernelH, kernelW, in[3]);
        int shape =
                add(Tensor.constant("shape", TensorType.INT32, Shape.of(4), Quantization.NONE, TensorData.ofInts(out)));
        Activation activation = Activation.values()[random.nextInt(Activation.values().length)];
        Operator conv = new Operator.TransposeConv(window, activation);
        return add(conv, out, quantization(), shape, weights, input);
    }

    /** One row or column less than the stride allows is an output of the same input. */
    private int length(int input, int stride, int kernel, Padding padding) {
        int longest = padding == Padding.SAME ? input * stride : (input - 1) * stride + kernel;
        return Math.max(longest - random.nextInt(stride), 1);
    }

    /** The image, or its rows as columns, times itself or a constant. */
    private int matmul(int input) {
        int[] in = sizes(input);
        if (random.nextBoolean()) {
            return add(
                    new Operator.BatchMatmul(false, true),
                    new int[] {in[0], in[1], in[2], in[2]},
                    quantization(),
                    input,
                    input);
        }
        boolean adjointFirst = random.nextBoolean();
        boolean adjointSecond = random.nextBoolean();
        int depth = adjointFirst ? in[2] : in[3];
        int columns = 1 + random.nextInt(5);
        int rows = adjointFirst ? in[3] : in[2];
        int constant = adjointSecond
                ? constant(quantization(), 1, columns, depth)
                : constant(quantization(), in[1], depth, columns);
        return add(
                new Operator.BatchMatmul(adjointFirst, adjointSecond),
                new int[] {in[0], in[1], rows, columns},
                quantization(),
                input,
                constant);
    }

    /** The image, a constant of its shape and scale, and perhaps itself. */
    private Integer[] addends(int input) {
        int constant = constant(tensors.get(input).quantization(), sizes(input));
        return random.nextBoolean() ? new Integer[] {input, constant, input} : new Integer[] {constant, input};
    }

    private int prelu(int input) {
        int[] in = sizes(input);
        int alpha = random.nextBoolean() ? constant(quantization(), in[3]) : constant(quantization(), in[2], 1);
        return add(new Operator.Prelu(), in, quantization(), input, alpha);
    }

    private int add(Operator operator, int[] sizes, Quantization quantization, Integer... operands) {
        int output = add(Tensor.variable("t" + tensors.size(), TensorType.INT8, Shape.of(sizes), quantization));
        nodes.add(new Node(operator, List.of(operands), List.of(output)));
        return output;
    }

    private int constant(Quantization quantization, int... sizes) {
        Shape shape = Shape.of(sizes);
        byte[] bytes = new byte[shape.elements()];
        random.nextBytes(bytes);
        return add(
                Tensor.constant("t" + tensors.size(), TensorType.INT8, shape, quantization, TensorData.ofBytes(bytes)));
    }

    private int add(Tensor tensor) {
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    private Quantization quantization() {
        return new PerTensor(scale(), random.nextInt(-128, 128));
    }

    private float scale() {
        return 0.02f + random.nextFloat() * 0.2f;
    }

    private int[] sizes(int tensor) {
        return tensors.get(tensor).shape().dimensions();
    }
}
