package dev.mote.model.tflite;

import static dev.mote.model.graph.OperatorSamples.data;
import static dev.mote.model.graph.OperatorSamples.one;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Operator.UnaryFunction;
import dev.mote.model.graph.Operator.Window;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files written from float graphs, run by TensorFlow Lite; what it must answer is worked out by hand. */
class FloatOperatorsTest {
    @Test
    void convolution() {
        Operator conv = new Operator.Conv2d(Window.of(Padding.VALID, 1, 1), Activation.RELU);
        Graph graph = one(
                conv,
                image(3, 3, 1),
                constant(shape(2, 2, 2, 1), 1, 0, 0, 1, -1, 0, 0, 0),
                bias(0.5f, 3),
                image(2, 2, 2));
        check(graph, floats(1, 2, 3, 4, 5, 6, 7, 8, 9), 6.5f, 2, 8.5f, 1, 12.5f, 0, 14.5f, 0);
    }

    @Test
    void convolutionThatStridesAndPads() {
        Operator conv = new Operator.Conv2d(Window.of(Padding.SAME, 2, 1), Activation.NONE);
        Graph graph = one(conv, image(2, 3, 1), constant(shape(1, 1, 3, 1), 1, 10, 100), bias(0), image(1, 3, 1));
        check(graph, floats(1, 2, 3, 4, 5, 6), 210, 321, 32);
    }

    @Test
    void dilatedConvolution() {
        Operator conv = new Operator.Conv2d(new Window(Padding.VALID, 1, 1, 1, 2), Activation.NONE);
        Graph graph = one(conv, image(1, 4, 1), constant(shape(1, 1, 2, 1), 1, 10), bias(0), image(1, 2, 1));
        check(graph, floats(1, 2, 3, 4), 31, 42);
    }

    @Test
    void groupedConvolution() {
        Operator conv = new Operator.Conv2d(Window.of(Padding.VALID, 1, 1), Activation.NONE);
        Graph graph = one(conv, image(1, 1, 4), constant(shape(2, 1, 1, 2), 1, 10, 1, 10), bias(0, 0), image(1, 1, 2));
        check(graph, floats(1, 2, 3, 4), 21, 43);
    }

    @Test
    void depthwiseConvolution() {
        Operator conv = new Operator.DepthwiseConv2d(Window.of(Padding.VALID, 1, 1), 2, Activation.RELU6);
        Graph graph = one(
                conv,
                image(1, 2, 2),
                constant(shape(1, 1, 2, 4), 1, 2, 3, -4, 1, 1, 0, 0),
                bias(0, 0, 0, 1),
                image(1, 1, 4));
        check(graph, floats(1, 2, 3, 4), 4, 5, 6, 0);
    }

    @Test
    void fullyConnected() {
        Operator dense = new Operator.FullyConnected(Activation.NONE, false);
        Graph graph = one(dense, vector(2, 2), constant(shape(3, 2), 1, 2, 3, 4, 5, 6), bias(0, 0, 1), vector(2, 3));
        check(graph, floats(1, -1, 2, 0.5f), -1, -1, 0, 3, 8, 14);
    }

    @Test
    void fullyConnectedWithoutBiasThatKeepsDimensions() {
        Operator dense = new Operator.FullyConnected(Activation.RELU_N1_TO_1, true);
        Graph graph = one(
                dense,
                data(TensorType.FLOAT32, Quantization.NONE, 1, 2, 2),
                constant(shape(1, 2), 0.5f, 0.25f),
                data(TensorType.FLOAT32, Quantization.NONE, 1, 2, 1));
        check(graph, floats(1, 1, 4, -20), 0.75f, -1);
    }

    @Test
    void maxPool() {
        Operator pool = new Operator.Pool2d(PoolKind.MAX, 2, 2, Window.of(Padding.VALID, 1, 1), Activation.NONE);
        check(one(pool, image(2, 3, 1), image(1, 2, 1)), floats(1, 5, 2, 3, 4, 9), 5, 9);
    }

    @Test
    void averagePoolCountsNoPadding() {
        Operator pool = new Operator.Pool2d(PoolKind.AVERAGE, 1, 2, Window.of(Padding.SAME, 1, 2), Activation.NONE);
        check(one(pool, image(1, 3, 1), image(1, 2, 1)), floats(1, 5, 2), 3, 2);
    }

    @Test
    void mean() {
        Tensor axes =
                Tensor.constant("axes", TensorType.INT32, Shape.of(2), Quantization.NONE, TensorData.ofInts(1, 2));
        Graph graph = one(new Operator.Reduce(Operator.ReduceFunction.MEAN, false), image(2, 2, 2), axes, vector(1, 2));
        check(graph, floats(1, 10, 2, 20, 3, 30, 6, 60), 3, 30);
    }

    @Test
    void softmax() {
        check(
                one(new Operator.Softmax(1), vector(1, 3), vector(1, 3)),
                floats(0, (float) Math.log(2), (float) Math.log(5)),
                0.125f,
                0.25f,
                0.625f);
    }

    @Test
    void functionsOfOneElement() {
        float[] input = floats(-2, 0, 0.5f, 7);
        check(unary(UnaryFunction.LOGISTIC), input, 0.11920292f, 0.5f, 0.62245933f, 0.99908895f);
        check(unary(UnaryFunction.TANH), input, -0.9640276f, 0, 0.46211716f, 0.9999983f);
        check(unary(UnaryFunction.RELU), input, 0, 0, 0.5f, 7);
        check(unary(UnaryFunction.RELU6), input, 0, 0, 0.5f, 6);
        check(one(new Operator.LeakyRelu(0.25f), vector(1, 4), vector(1, 4)), input, -0.5f, 0, 0.5f, 7);
    }

    @Test
    void addThatBroadcasts() {
        Graph graph = one(
                new Operator.Binary(Operator.BinaryFunction.ADD, Activation.RELU),
                vector(2, 3),
                constant(shape(3), 1, 10, 100),
                vector(2, 3));
        check(graph, floats(1, 2, 3, -4, -50, 6), 2, 12, 103, 0, 0, 106);
    }

    @Test
    void pad() {
        Tensor paddings = Tensor.constant(
                "paddings", TensorType.INT32, Shape.of(2, 2), Quantization.NONE, TensorData.ofInts(0, 1, 1, 0));
        check(one(new Operator.Pad(), vector(1, 2), paddings, vector(2, 3)), floats(1, 2), 0, 1, 2, 0, 0, 0);
    }

    @Test
    void concatenation() {
        Operator concatenation = new Operator.Concatenation(-1, Activation.NONE);
        Graph graph = one(concatenation, vector(2, 1), vector(2, 2), vector(2, 3));
        check(graph, floats(1, 2, 3, 4, 5, 6), 1, 3, 4, 2, 5, 6);
    }

    @Test
    void reshape() {
        check(one(new Operator.Reshape(), vector(2, 3), vector(3, 2)), floats(1, 2, 3, 4, 5, 6), 1, 2, 3, 4, 5, 6);
    }

    @Test
    void quantizeAndDequantize() {
        Quantization scale = Quantization.perTensor(0.5f, -3);
        byte[] quantized = run(
                one(new Operator.Quantize(), vector(1, 4), data(TensorType.INT8, scale, 1, 4)),
                bytes(-1, 0, 0.6f, 100));
        assertArrayEquals(new byte[] {-5, -3, -2, 127}, quantized);
        byte[] back = run(one(new Operator.Dequantize(), data(TensorType.INT8, scale, 1, 4), vector(1, 4)), quantized);
        assertArrayEquals(floats(-1, 0, 0.5f, 65), TensorData.ofBytes(back).floats(), 1e-5f);
    }

    private static void check(Graph graph, float[] input, float... expected) {
        assertArrayEquals(expected, TensorData.ofBytes(run(graph, bytes(input))).floats(), 1e-5f, graph.name());
    }

    private static byte[] run(Graph graph, byte[] input) {
        assertEquals(List.of(), GraphVerifier.verify(graph));
        try (TfliteRunner runner = new TfliteRunner(TfliteWriter.write(graph))) {
            return runner.run(ByteBuffer.wrap(input).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private static Graph unary(UnaryFunction function) {
        return one(new Operator.Unary(function), vector(1, 4), vector(1, 4));
    }

    private static Tensor image(int h, int w, int c) {
        return data(TensorType.FLOAT32, Quantization.NONE, 1, h, w, c);
    }

    private static Tensor vector(int rows, int columns) {
        return data(TensorType.FLOAT32, Quantization.NONE, rows, columns);
    }

    private static Tensor bias(float... values) {
        return constant(shape(values.length), values);
    }

    private static Tensor constant(Shape shape, float... values) {
        return Tensor.constant("constant", TensorType.FLOAT32, shape, Quantization.NONE, TensorData.ofFloats(values));
    }

    private static Shape shape(int... dimensions) {
        return Shape.of(dimensions);
    }

    private static float[] floats(float... values) {
        return values;
    }

    private static byte[] bytes(float... values) {
        return TensorData.ofFloats(values).bytes();
    }
}
