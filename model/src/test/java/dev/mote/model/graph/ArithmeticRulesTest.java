package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.bias;
import static dev.mote.model.graph.OperatorSamples.data;
import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.OperatorSamples.quantized;
import static dev.mote.model.graph.OperatorSamples.weights;
import static dev.mote.model.graph.OperatorSamples.with;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Operator.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule fires; {@link GraphVerifierTest} shows that the samples break none. */
class ArithmeticRulesTest {
    private static final Quantization SCALE = OperatorSamples.SCALE;
    private static final int WEIGHTS = 1;
    private static final int INPUT = 2;
    private static final int BIAS = 3;
    private static final int OUTPUT = 4;

    private final Graph conv = ArithmeticSamples.transposeConv(INT8);

    @Test
    void rejectsTransposedConvolutionsWhoseShapesDoNotFit() {
        assertFires("TFL-30", with(conv, INPUT, data(INT8, SCALE, 2, 3, 2)));
        assertFires("TFL-30", with(conv, INPUT, data(INT8, SCALE, 1, 2, 3, 3)));
        assertFires("TFL-30", with(conv, WEIGHTS, weights(INT8, 0, 3, 3, 3)));
        assertFires("TFL-30", with(conv, BIAS, bias(INT8, 2)));
        assertFires("TFL-30", with(conv, OUTPUT, data(INT8, SCALE, 12, 3)));
        assertFires("TFL-31", with(conv, OUTPUT, data(INT8, SCALE, 2, 4, 3, 3)));
        assertFires("TFL-31", with(conv, OUTPUT, data(INT8, SCALE, 1, 4, 3, 4)));
    }

    /** TFLM reads the output's shape from the output tensor, and lets it be any. */
    @Test
    void takesTransposedConvolutionsOfAnyHeightAndWidth() {
        assertEquals(List.of(), codes(with(conv, OUTPUT, data(INT8, SCALE, 1, 9, 1, 3))));
        Graph computedShape = with(conv, 0, data(TensorType.INT32, SCALE, 4));
        assertEquals(List.of("TFL-21"), codes(computedShape), "of the graph, not of the operator");
    }

    @Test
    void rejectsStridesOutsideOfTheirRange() {
        assertFires("TFL-32", with(conv, transposed(0, 1)));
        assertFires("TFL-32", with(conv, transposed(1, -1)));
        assertFires("TFL-32", with(conv, transposed(1, Integer.MAX_VALUE)));
    }

    private static Operator transposed(int strideH, int strideW) {
        return new Operator.TransposeConv(Window.of(Padding.VALID, strideH, strideW), Activation.NONE);
    }

    @Test
    void rejectsTransposedConvolutionsOfOtherTypes() {
        assertFires("TFL-40", with(conv, INPUT, data(FLOAT32, SCALE, 1, 2, 3, 2)));
        assertFires("TFL-40", with(conv, BIAS, bias(FLOAT32, 3)));
        assertFires("TFL-40", with(conv, 0, data(FLOAT32, SCALE, 4)));
        assertFires("TFL-41", with(conv, WEIGHTS, data(INT8, SCALE, 3, 3, 3, 2)));
        assertFires(
                "TFL-24", with(conv, new Node(transposed(1, 1), List.of(0, WEIGHTS, Node.ABSENT), List.of(OUTPUT))));
    }

    @Test
    void advisesTheScaleOfTheBias() {
        Quantization wrong = Quantization.perTensor(0.2f, 0);
        assertFires("TFL-63", with(conv, BIAS, quantized(conv.tensor(BIAS), wrong)));
    }

    @Test
    void rejectsMatricesThatDoNotFit() {
        assertFires("TFL-30", matmul(data(INT8, SCALE, 4), data(INT8, SCALE, 4, 5)));
        assertFires("TFL-30", matmul(data(INT8, SCALE, 1, 1, 1, 1, 3, 4), data(INT8, SCALE, 4, 5)));
        assertFires("TFL-30", matmul(data(INT8, SCALE, 3, 4), data(INT8, SCALE, 5, 4)));
        assertFires("TFL-30", matmul(data(INT8, SCALE, 2, 3, 4), data(INT8, SCALE, 3, 4, 5)));
        assertFires("TFL-31", matmul(data(INT8, SCALE, 2, 3, 4), data(INT8, SCALE, 4, 5)));
        assertFires("TFL-40", matmul(data(INT8, SCALE, 3, 4), data(FLOAT32, SCALE, 4, 5)));
        assertEquals(List.of(), codes(matmul(data(INT8, SCALE, 3, 4), data(INT8, SCALE, 4, 5))));
    }

    private static Graph matmul(Tensor first, Tensor second) {
        return one(new Operator.BatchMatmul(false, false), first, second, data(INT8, SCALE, 3, 5));
    }

    /** Without bias and activation it is a product of matrices. */
    @Test
    void takesComputedWeightsOfFullyConnectedLayersOnly() {
        assertEquals(List.of(), codes(dense(Activation.NONE, INT8, Quantization.perTensor(0.5f, 7))));
        assertFires("TFL-41", dense(Activation.RELU, INT8, SCALE));
        assertFires("TFL-50", dense(Activation.NONE, INT8, Quantization.NONE));
        assertFires("TFL-50", dense(Activation.NONE, INT8, Quantization.perChannel(List.of(1f, 2f, 3f), 0)));
        assertFires("TFL-41", dense(Activation.NONE, TensorType.INT16, SCALE));
    }

    private static Graph dense(Activation activation, TensorType type, Quantization quantization) {
        TensorType weights = type == TensorType.INT16 ? INT8 : type;
        return one(
                new Operator.FullyConnected(activation, false),
                data(type, SCALE, 2, 4),
                data(weights, quantization, 3, 4),
                data(type, SCALE, 2, 3));
    }

    @Test
    void rejectsAlphaOfAnotherShape() {
        assertFires("TFL-30", with(ArithmeticSamples.prelu(INT8), 1, data(INT8, SCALE, 3)));
        assertFires("TFL-50", with(ArithmeticSamples.prelu(INT8), 1, data(INT8, Quantization.NONE, 4)));
        Quantization coarse = Quantization.perTensor(3e9f, 0);
        assertFires("TFL-59", with(ArithmeticSamples.prelu(INT8), 1, data(INT8, coarse, 4)));
    }

    @Test
    void rejectsSumsOfUnlikeInputs() {
        Graph sum = ArithmeticSamples.addN(INT8);
        assertFires("TFL-57", with(sum, 2, data(INT8, Quantization.perTensor(0.5f, 2), 2, 3)));
        assertFires("TFL-57", with(sum, 1, data(INT8, Quantization.perTensor(0.25f, 3), 2, 3)));
        assertFires("TFL-59", with(sum, 3, data(INT8, Quantization.perTensor(1e-7f, 3), 2, 3)));
        assertFires("TFL-30", with(sum, 1, data(INT8, SCALE, 3, 2)));
        assertFires("TFL-31", with(sum, 3, data(INT8, SCALE, 3, 2)));
        assertFires("TFL-40", with(sum, 1, data(FLOAT32, SCALE, 2, 3)));
        assertFires("TFL-24", with(sum, new Node(new Operator.AddN(), List.of(0), List.of(3))));
    }

    @Test
    void rejectsLogarithmsOfSoftmaxWithAnotherOutputScale() {
        Graph logSoftmax = ArithmeticSamples.logSoftmax(INT8);
        assertFires("TFL-56", with(logSoftmax, 1, data(INT8, Quantization.perTensor(1f / 16, 0), 2, 3)));
        assertFires("TFL-56", with(logSoftmax, 1, data(INT8, Quantization.perTensor(1f / 8, 127), 2, 3)));
        assertFires("TFL-59", with(logSoftmax, 0, data(INT8, Quantization.perTensor(1e-9f, 0), 2, 3)));
        assertFires("TFL-30", one(new Operator.LogSoftmax(), data(FLOAT32, SCALE), data(FLOAT32, SCALE)));
    }

    @Test
    void advisesTheOutputScaleOfNormalization() {
        Tensor input = data(INT8, SCALE, 2, 3);
        assertFires("TFL-58", one(new Operator.L2Normalization(), input, data(INT8, SCALE, 2, 3)));
    }

    @Test
    void rejectsL2PoolingOfInt8() {
        assertFires("TFL-40", OperatorSamples.pool(INT8, Operator.PoolKind.L2));
    }

    @Test
    void acceptsConstantShapesThatNobodyReads() {
        assertEquals(List.of(), codes(with(conv, 0, ints(9, 9, 9))));
    }

    private static void assertFires(String code, Graph graph) {
        assertTrue(codes(graph).contains(code), () -> code + " not in " + GraphVerifier.verify(graph));
    }

    private static List<String> codes(Graph graph) {
        return GraphVerifier.verify(graph).stream().map(Finding::code).toList();
    }
}
