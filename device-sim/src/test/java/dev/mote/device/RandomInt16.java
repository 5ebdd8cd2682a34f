package dev.mote.device;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Appends drawn operators to graphs of int16 activations; they make images from images. */
record RandomInt16(Random random, List<Tensor> tensors, List<Node> nodes) {
    /** Of images whose sides only grow. */
    private static final int LARGEST_SIDE = 12;

    int compute(int input) {
        return switch (random.nextInt(6)) {
            case 0 -> transposeConv(input);
            case 1 -> matmul(input);
            case 2 -> prelu(input);
            case 3 -> softmax(input);
            case 4 -> throughInt8(input);
            default -> add(new Operator.LeakyRelu(random.nextFloat() - 0.3f), sizes(input), scale(), input);
        };
    }

    /** Twice as high and as wide, where that is not too much. */
    private int transposeConv(int input) {
        int[] in = sizes(input);
        int outC = 1 + random.nextInt(9);
        int stride = Math.max(in[1], in[2]) * 2 <= LARGEST_SIDE ? 2 : 1;
        int[] out = {in[0], in[1] * stride, in[2] * stride, outC};
        List<Float> scales =
                IntStream.range(0, outC).mapToObj(i -> weightScale()).toList();
        int weights = constant(
                TensorType.INT8,
                Quantization.perChannel(scales, 0),
                outC,
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                in[3]);
        float inputScale = ((Quantization.PerTensor) tensors.get(input).quantization()).scale();
        int bias = random.nextInt(3) == 0
                ? Node.ABSENT
                : constant(
                        random.nextBoolean() ? TensorType.INT64 : TensorType.INT16,
                        Quantization.perChannel(
                                scales.stream().map(scale -> scale * inputScale).toList(), 0),
                        outC);
        Operator.Window window = Operator.Window.of(Padding.SAME, stride, stride);
        Activation activation = Activation.values()[random.nextInt(Activation.values().length)];
        int shape =
                add(Tensor.constant("shape", TensorType.INT32, Shape.of(4), Quantization.NONE, TensorData.ofInts(out)));
        return add(new Operator.TransposeConv(window, activation), out, scale(), shape, weights, input, bias);
    }

    private int matmul(int input) {
        int[] in = sizes(input);
        int columns = 1 + random.nextInt(5);
        int constant = constant(TensorType.INT16, Quantization.perTensor(scale(), 0), in[1], in[3], columns);
        int[] out = {in[0], in[1], in[2], columns};
        return add(new Operator.BatchMatmul(false, false), out, 20 * scale(), input, constant);
    }

    private int prelu(int input) {
        int[] in = sizes(input);
        Quantization quantization = Quantization.perTensor(10 * weightScale(), random.nextInt(-128, 128));
        int alpha = constant(TensorType.INT8, quantization, in[3]);
        return add(new Operator.Prelu(), in, scale(), input, alpha);
    }

    private int softmax(int input) {
        return add(new Operator.Softmax(0.5f + random.nextFloat()), sizes(input), 1 / 32768f, input);
    }

    private int throughInt8(int input) {
        Quantization quantization = Quantization.perTensor(100 * scale(), random.nextInt(-128, 128));
        int narrow = add(Tensor.variable("t" + tensors.size(), TensorType.INT8, Shape.of(sizes(input)), quantization));
        nodes.add(new Node(new Operator.Quantize(), List.of(input), List.of(narrow)));
        return add(new Operator.Quantize(), sizes(input), scale(), narrow);
    }

    private int add(Operator operator, int[] sizes, float scale, Integer... operands) {
        Quantization quantization = Quantization.perTensor(scale, 0);
        int output = add(Tensor.variable("t" + tensors.size(), TensorType.INT16, Shape.of(sizes), quantization));
        nodes.add(new Node(operator, List.of(operands), List.of(output)));
        return output;
    }

    /** Its numbers are of 32 bits at most. */
    private int constant(TensorType type, Quantization quantization, int... sizes) {
        Shape shape = Shape.of(sizes);
        byte[] bytes = new byte[shape.elements() * type.bytes()];
        random.nextBytes(bytes);
        TensorData data = type == TensorType.INT64
                ? TensorData.ofLongs(
                        random.longs(shape.elements(), -(1L << 24), 1L << 24).toArray())
                : TensorData.ofBytes(bytes);
        return add(Tensor.constant("t" + tensors.size(), type, shape, quantization, data));
    }

    private int add(Tensor tensor) {
        tensors.add(tensor);
        return tensors.size() - 1;
    }

    private float scale() {
        return (0.02f + random.nextFloat() * 0.2f) / 128;
    }

    private float weightScale() {
        return (0.02f + random.nextFloat() * 0.2f) / 10;
    }

    private int[] sizes(int tensor) {
        return tensors.get(tensor).shape().dimensions();
    }
}
