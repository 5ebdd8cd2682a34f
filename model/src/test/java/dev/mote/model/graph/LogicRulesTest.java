package dev.mote.model.graph;

import static dev.mote.model.graph.LogicSamples.argExtreme;
import static dev.mote.model.graph.LogicSamples.binary;
import static dev.mote.model.graph.LogicSamples.cast;
import static dev.mote.model.graph.LogicSamples.compare;
import static dev.mote.model.graph.LogicSamples.conversion;
import static dev.mote.model.graph.LogicSamples.data;
import static dev.mote.model.graph.LogicSamples.logical;
import static dev.mote.model.graph.LogicSamples.select;
import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.OperatorSamples.quantized;
import static dev.mote.model.graph.OperatorSamples.with;
import static dev.mote.model.graph.TensorType.BOOL;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT16;
import static dev.mote.model.graph.TensorType.INT32;
import static dev.mote.model.graph.TensorType.INT64;
import static dev.mote.model.graph.TensorType.INT8;
import static dev.mote.model.graph.TensorType.UINT8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.Comparison;
import dev.mote.model.graph.Operator.LogicalFunction;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogicRulesTest {
    private static final Quantization SCALE = Quantization.perTensor(0.5f, 3);

    @Test
    void acceptsEverySample() {
        for (Graph graph : LogicSamples.all()) {
            assertEquals(List.of(), GraphVerifier.verify(graph), graph.tensors().toString());
        }
    }

    @Test
    void takesOnlyTheTypesThatHaveKernels() {
        assertFires("TFL-40", conversion(UINT8, INT16));
        assertFires("TFL-40", conversion(FLOAT32, UINT8));
        assertFires("TFL-40", conversion(INT32, FLOAT32));
        assertFires("TFL-40", one(new Operator.Dequantize(), data(FLOAT32, 4), data(FLOAT32, 4)));
        assertFires("TFL-40", compare(Comparison.GREATER, BOOL));
        assertFires("TFL-40", compare(Comparison.EQUAL, INT16));
        assertFires("TFL-40", with(compare(Comparison.EQUAL, INT32), 1, data(INT64, 3, 1)));
        assertFires("TFL-40", with(compare(Comparison.EQUAL, INT32), 2, data(INT8, 1, 3, 4)));
        assertFires("TFL-40", with(logical(LogicalFunction.LOGICAL_OR), 1, data(INT8, 3, 1)));
        assertFires("TFL-40", with(select(INT8), 0, data(INT8, 3, 1)));
        assertFires("TFL-40", select(INT32));
        assertFires("TFL-40", argExtreme(INT16, true));
        assertFires("TFL-40", with(argExtreme(INT8, true), 2, data(INT64, 2, 4)));
        assertFires("TFL-40", cast(FLOAT32, BOOL));
        assertFires("TFL-40", cast(INT64, FLOAT32));
        assertFires("TFL-40", binary(BinaryFunction.ADD, INT64));
        assertFires("TFL-40", binary(BinaryFunction.FLOOR_DIV, INT32));
        assertFires("TFL-40", one(new Operator.ReduceAll(false), data(INT8, 2, 3), ints(0), data(INT8, 3)));
    }

    @Test
    void wantsConstantAxes() {
        assertFires("TFL-41", one(new Operator.ArgExtreme(true), data(INT8, 2, 3), data(INT32, 1), data(INT32, 2)));
        assertFires("TFL-41", one(new Operator.ReduceAll(false), data(BOOL, 2, 3), data(INT32, 1), data(BOOL, 3)));
    }

    @Test
    void wantsAxesOfTheInput() {
        assertFires("TFL-32", with(argExtreme(INT8, true), 1, ints(3)));
        assertFires("TFL-32", with(argExtreme(INT8, true), 1, ints(-4)));
        assertFires("TFL-32", with(argExtreme(INT8, true), 1, ints(0, 1)));
        assertFires("TFL-32", with(argExtreme(INT8, true), 1, ints()));
        assertFires("TFL-32", one(new Operator.ArgExtreme(true), data(INT8), ints(0), data(INT32)));
        assertFires("TFL-32", one(new Operator.ReduceAll(true), data(BOOL, 2, 3), ints(2), data(BOOL, 3)));
    }

    @Test
    void wantsShapesThatFit() {
        assertFires("TFL-31", with(argExtreme(INT8, true), 2, data(INT32, 2, 1, 4)));
        assertFires("TFL-31", with(cast(INT8, INT32), 1, data(INT32, 6)));
        assertFires("TFL-30", with(compare(Comparison.LESS, INT8), 1, data(INT8, 2)));
        assertFires("TFL-31", with(compare(Comparison.LESS, INT8), 2, data(BOOL, 3, 4)));
        assertFires("TFL-30", with(select(INT8), 2, data(INT8, 5)));
        assertFires("TFL-31", with(select(INT8), 3, data(INT8, 3, 4)));
        assertEquals(
                List.of(),
                GraphVerifier.verify(
                        one(new Operator.Select(), data(BOOL), data(INT8, 1), data(INT8, 1, 1), data(INT8, 1))));
    }

    @Test
    void countsOperands() {
        Graph select = select(INT8);
        assertFires("TFL-24", with(select, new Node(new Operator.Select(), List.of(0, 1), List.of(3))));
        assertFires("TFL-24", with(select, new Node(new Operator.Select(), List.of(0, Node.ABSENT, 2), List.of(3))));
        assertFires(
                "TFL-24", with(logical(LogicalFunction.LOGICAL_OR), new Operator.Logical(LogicalFunction.LOGICAL_NOT)));
    }

    @Test
    void comparesInt8WithScalesBelowOne() {
        Graph compare = compare(Comparison.LESS, INT8);
        assertFires("TFL-59", with(compare, 1, quantized(compare.tensor(1), Quantization.perTensor(1, 0))));
        assertFires("TFL-50", with(compare, 1, quantized(compare.tensor(1), Quantization.NONE)));
        assertFires("TFL-51", with(compare, 1, quantized(compare.tensor(1), Quantization.perTensor(0, 0))));
    }

    @Test
    void needsNoScaleWhereNumbersCountAsTheyAre() {
        Tensor plain = Tensor.variable("plain", INT8, Shape.of(2, 3, 4), Quantization.NONE);
        assertEquals(List.of(), GraphVerifier.verify(with(argExtreme(INT8, true), 0, plain)));
        Tensor few = Tensor.variable("few", INT8, Shape.of(2, 3), Quantization.NONE);
        assertEquals(List.of(), GraphVerifier.verify(with(cast(INT8, INT32), 0, few)));
    }

    @Test
    void quantizesWithSoundScalesOnly() {
        Graph narrow = conversion(INT32, INT8);
        assertFires("TFL-50", with(narrow, 0, quantized(narrow.tensor(0), Quantization.NONE)));
        assertFires("TFL-51", with(narrow, 0, quantized(narrow.tensor(0), Quantization.perTensor(Float.NaN, 0))));
        assertFires("TFL-59", with(narrow, 0, quantized(narrow.tensor(0), Quantization.perTensor(3e9f, 0))));
        Graph wide = conversion(INT8, INT16);
        assertFires("TFL-50", with(wide, 1, quantized(wide.tensor(1), Quantization.NONE)));
        assertFires("TFL-51", with(wide, 1, quantized(wide.tensor(1), Quantization.perTensor(-1, 0))));
        assertFires("TFL-52", with(wide, 1, quantized(wide.tensor(1), Quantization.perTensor(1, 40_000))));
        Graph unsigned = conversion(UINT8, FLOAT32);
        assertFires("TFL-52", with(unsigned, 0, quantized(unsigned.tensor(0), Quantization.perTensor(1, -1))));
        assertFires("TFL-50", with(unsigned, 0, quantized(unsigned.tensor(0), Quantization.NONE)));
    }

    @Test
    void addsPlainIntegersOnly() {
        Graph sum = binary(BinaryFunction.ADD, INT32);
        assertFires("TFL-50", with(sum, 0, quantized(sum.tensor(0), SCALE)));
        assertEquals(
                List.of(),
                GraphVerifier.verify(with(binary(BinaryFunction.MAXIMUM, INT32), 0, quantized(sum.tensor(0), SCALE))));
    }

    @Test
    void warnsOfWhatTflmDoesOtherwise() {
        Graph sum = with(binary(BinaryFunction.ADD, INT32), new Operator.Binary(BinaryFunction.ADD, Activation.RELU));
        assertFires("TFL-33", sum);
        Graph select = select(INT8);
        assertFires("TFL-58", with(select, 1, quantized(select.tensor(1), Quantization.perTensor(0.25f, 3))));
    }

    private static void assertFires(String code, Graph graph) {
        assertEquals(
                List.of(code),
                GraphVerifier.verify(graph).stream()
                        .map(Finding::code)
                        .distinct()
                        .toList());
    }
}
