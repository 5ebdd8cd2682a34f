package dev.mote.model.graph;

import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.OperatorSamples.quantized;
import static dev.mote.model.graph.OperatorSamples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.ReduceFunction;
import dev.mote.model.graph.Operator.UnaryFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class Int16RulesTest {
    private static final int OUTPUT_OF_CONV = 3;

    @Test
    void acceptsEverySample() {
        for (Graph graph : Int16Samples.all()) {
            assertEquals(List.of(), GraphVerifier.verify(graph), graph.name());
        }
    }

    @Test
    void rejectsFunctionsThatTheReferenceHasNotInInt16() {
        assertCodes("TFL-40", one(new Operator.Unary(UnaryFunction.ELU), Int16Samples.data(4), Int16Samples.data(4)));
        assertCodes(
                "TFL-40",
                one(
                        new Operator.Reduce(ReduceFunction.MAX, true),
                        Int16Samples.data(4),
                        OperatorSamples.ints(0),
                        Int16Samples.data(1)));
    }

    @Test
    void rejectsNarrowBiasOfDepthwiseConvolutions() {
        assertCodes("TFL-40", Int16Samples.depthwiseConv2d(Int16Samples.narrowBias(4)));
        Tensor floats = OperatorSamples.bias(TensorType.FLOAT32, 3);
        assertCodes("TFL-40", Int16Samples.conv2d(floats));
    }

    @Test
    void rejectsMissingScales() {
        Graph graph = Int16Samples.conv2d(Int16Samples.bias(3));
        assertCodes("TFL-50", with(graph, 0, quantized(graph.tensor(0), Quantization.NONE)));
    }

    @Test
    void rejectsZeroPointsWhereTheReferenceHasNone() {
        for (Graph graph : List.of(
                Int16Samples.conv2d(Int16Samples.bias(3)),
                Int16Samples.depthwiseConv2d(Int16Samples.bias(4)),
                Int16Samples.binary(BinaryFunction.MUL),
                Int16Samples.unary(UnaryFunction.TANH),
                Int16Samples.softmax())) {
            assertCodes("TFL-56", with(graph, 0, quantized(graph.tensor(0), Quantization.perTensor(0.5f, 1))));
        }
        Graph add = Int16Samples.binary(BinaryFunction.ADD);
        assertEquals(
                List.of(),
                GraphVerifier.verify(with(add, 0, quantized(add.tensor(0), Quantization.perTensor(0.5f, 1)))));
    }

    @Test
    void rejectsZeroPointsOutsideOfInt16() {
        Graph graph = Int16Samples.binary(BinaryFunction.ADD);
        Tensor input = graph.tensor(0);
        assertCodes("TFL-52", with(graph, 0, quantized(input, Quantization.perTensor(0.5f, 32768))));
        assertEquals(
                List.of(),
                GraphVerifier.verify(with(graph, 0, quantized(input, Quantization.perTensor(0.5f, -32768)))));
    }

    @Test
    void rejectsOtherScalesOfSoftmaxAndLogistic() {
        Quantization half = Quantization.perTensor(1f / 65536, 0);
        Quantization near = Quantization.perTensor(1.0005f / 32768, 0);
        for (Graph graph : List.of(Int16Samples.softmax(), Int16Samples.unary(UnaryFunction.LOGISTIC))) {
            assertCodes("TFL-56", with(graph, 1, quantized(graph.tensor(1), half)));
            assertEquals(List.of(), GraphVerifier.verify(with(graph, 1, quantized(graph.tensor(1), near))));
        }
        Graph fromInt8 = Int16Samples.softmaxOfInt8();
        assertCodes("TFL-56", with(fromInt8, 1, quantized(fromInt8.tensor(1), half)));
    }

    @Test
    void rejectsFactorsThatTheAccumulatorDoesNotHold() {
        Quantization tiny = Quantization.perTensor(0.125f / 128, 0);
        Graph wide = Int16Samples.conv2d(Int16Samples.bias(3));
        assertCodes("TFL-59", with(wide, OUTPUT_OF_CONV, quantized(wide.tensor(OUTPUT_OF_CONV), tiny)));
        Graph narrow = Int16Samples.conv2d(Int16Samples.narrowBias(3));
        assertEquals(
                List.of(),
                GraphVerifier.verify(with(narrow, OUTPUT_OF_CONV, quantized(narrow.tensor(OUTPUT_OF_CONV), tiny))));
        Graph add = Int16Samples.binary(BinaryFunction.ADD);
        Quantization small = Quantization.perTensor(0.5f / (1 << 14), 0);
        assertCodes("TFL-59", with(add, 2, quantized(add.tensor(2), small)));
    }

    @Test
    void rejectsInputScalesThatTheTablesDoNotHold() {
        Quantization large = Quantization.perTensor(3, 0);
        Graph tanh = Int16Samples.unary(UnaryFunction.TANH);
        assertCodes("TFL-59", with(tanh, 0, quantized(tanh.tensor(0), large)));
        Graph softmax = Int16Samples.softmax();
        assertCodes("TFL-59", with(softmax, new Operator.Softmax(-1)));
    }

    private static void assertCodes(String code, Graph graph) {
        assertEquals(
                List.of(code),
                GraphVerifier.verify(graph).stream()
                        .map(Finding::code)
                        .distinct()
                        .toList());
    }
}
