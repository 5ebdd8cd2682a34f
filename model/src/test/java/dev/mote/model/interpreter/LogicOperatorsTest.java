package dev.mote.model.interpreter;

import static dev.mote.model.graph.OperatorSamples.one;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.LogicSamples;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Operator.BinaryFunction;
import dev.mote.model.graph.Operator.Comparison;
import dev.mote.model.graph.Operator.LogicalFunction;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the golden vectors lack: types, ends of ranges, NaN, division by 0. Expected values follow from the definitions. */
class LogicOperatorsTest {

    @Test
    void quantizesUint8AsInt8() {
        Graph graph = one(
                new Operator.Quantize(),
                tensor(TensorType.UINT8, Quantization.perTensor(0.5f, 128), 4),
                tensor(TensorType.INT8, Quantization.perTensor(0.5f, 0), 4));
        assertArrayEquals(new byte[] {-128, -1, 0, 127}, run(graph, new byte[] {0, 127, -128, -1}));
    }

    @Test
    void saturatesBetweenIntegers() {
        // 0.5 / 0.25 = 2: (x - 3) * 2 + 5
        Graph wide = LogicSamples.conversion(TensorType.INT8, TensorType.INT16);
        assertArrayEquals(shorts(-257, 253, -1, 5), run(wide, new byte[] {-128, 127, 0, 3}));
        Graph narrow = LogicSamples.conversion(TensorType.INT32, TensorType.INT8);
        assertArrayEquals(new byte[] {-128, 127, 1, 7}, run(narrow, ints(-1000, 1000, 1, 4)));
        Graph unsigned = LogicSamples.conversion(TensorType.INT8, TensorType.UINT8);
        assertArrayEquals(new byte[] {0, (byte) 253, 0, 5}, run(unsigned, new byte[] {-128, 127, 0, 3}));
    }

    @Test
    void quantizesToInt16() {
        Graph graph = LogicSamples.conversion(TensorType.FLOAT32, TensorType.INT16);
        assertArrayEquals(shorts(32767, -32768, 6, 5), run(graph, floats(1e6f, -1e9f, 0.125f, -0.1f)));
    }

    @Test
    void castsTowardsZero() {
        assertArrayEquals(
                ints(2, -2, 0, Integer.MAX_VALUE),
                run(cast(TensorType.FLOAT32, TensorType.INT32), floats(2.9f, -2.9f, Float.NaN, 1e20f)));
        assertArrayEquals(
                shorts(1, 0, -1, 5), run(cast(TensorType.INT32, TensorType.INT16), ints(65537, 65536, -1, 5)));
        assertArrayEquals(floats(1, 0, 1, 1), run(cast(TensorType.BOOL, TensorType.FLOAT32), new byte[] {1, 0, 7, 1}));
        assertArrayEquals(
                new byte[] {44, -128, 127, -1},
                run(cast(TensorType.FLOAT32, TensorType.INT8), floats(300, -128.9f, 127.9f, -1.5f)));
    }

    @Test
    void comparesEveryRelation() {
        assertArrayEquals(new byte[] {0, 1, 0, 0}, compare(Comparison.EQUAL));
        assertArrayEquals(new byte[] {1, 0, 1, 1}, compare(Comparison.NOT_EQUAL));
        assertArrayEquals(new byte[] {0, 0, 1, 0}, compare(Comparison.GREATER));
        assertArrayEquals(new byte[] {0, 1, 1, 0}, compare(Comparison.GREATER_EQUAL));
        assertArrayEquals(new byte[] {1, 0, 0, 0}, compare(Comparison.LESS));
        assertArrayEquals(new byte[] {1, 1, 0, 0}, compare(Comparison.LESS_EQUAL));
    }

    private static byte[] compare(Comparison comparison) {
        Graph graph = one(
                new Operator.Compare(comparison),
                plain(TensorType.FLOAT32, 4),
                floatConstant(2),
                plain(TensorType.BOOL, 4));
        return run(graph, floats(1, 2, 3, Float.NaN));
    }

    @Test
    void comparesRealNumbersOfInt8() {
        Graph graph = one(
                new Operator.Compare(Comparison.EQUAL),
                tensor(TensorType.INT8, Quantization.perTensor(0.25f, 1), 4),
                Tensor.constant(
                        "one",
                        TensorType.INT8,
                        Shape.of(1),
                        Quantization.perTensor(0.5f, -1),
                        TensorData.ofBytes(new byte[] {1})),
                plain(TensorType.BOOL, 4));
        assertArrayEquals(new byte[] {0, 0, 1, 0}, run(graph, new byte[] {-128, 4, 5, 127}));
    }

    @Test
    void comparesLongIntegers() {
        Graph graph = one(
                new Operator.Compare(Comparison.GREATER),
                plain(TensorType.INT64, 1),
                plain(TensorType.INT64, 2),
                plain(TensorType.BOOL, 2));
        ByteBuffer in = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        in.putLong(1L << 40).putLong((1L << 40) - 1).putLong(1L << 40);
        assertArrayEquals(new byte[] {1, 0}, run(graph, in.array()));
    }

    @Test
    void connectsTruthValues() {
        assertArrayEquals(new byte[] {0, 0, 0, 1}, logical(LogicalFunction.LOGICAL_AND));
        assertArrayEquals(new byte[] {0, 1, 1, 1}, logical(LogicalFunction.LOGICAL_OR));
        Graph not = one(
                new Operator.Logical(LogicalFunction.LOGICAL_NOT),
                plain(TensorType.BOOL, 3),
                plain(TensorType.BOOL, 3));
        assertArrayEquals(new byte[] {1, 0, 0}, run(not, new byte[] {0, 1, 2}));
    }

    private static byte[] logical(LogicalFunction function) {
        Graph graph = one(
                new Operator.Logical(function),
                plain(TensorType.BOOL, 2, 1),
                plain(TensorType.BOOL, 2),
                plain(TensorType.BOOL, 2, 2));
        return run(graph, new byte[] {0, 1, 0, 1});
    }

    @Test
    void selects() {
        Graph graph = one(
                new Operator.Select(),
                plain(TensorType.BOOL, 2, 1),
                plain(TensorType.INT16, 2, 3),
                plain(TensorType.INT16, 3),
                plain(TensorType.INT16, 2, 3));
        ByteBuffer in = ByteBuffer.allocate(2 + 18).order(ByteOrder.LITTLE_ENDIAN);
        in.put(new byte[] {0, 1}).put(shorts(1, 2, 3, 4, 5, 6, 7, 8, 9));
        assertArrayEquals(shorts(7, 8, 9, 4, 5, 6), run(graph, in.array()));
    }

    @Test
    void findsTheFirstOfEqualElements() {
        Graph most =
                one(new Operator.ArgExtreme(true), plain(TensorType.INT8, 5), intConstant(0), plain(TensorType.INT32));
        assertArrayEquals(ints(1), run(most, new byte[] {-128, 127, 3, 127, 0}));
        Graph least = one(
                new Operator.ArgExtreme(false),
                plain(TensorType.INT8, 2, 2),
                intConstant(0),
                plain(TensorType.INT32, 2));
        assertArrayEquals(ints(0, 1), run(least, new byte[] {3, 4, 3, -4}));
    }

    @Test
    void neverChoosesNanOverANumber() {
        for (boolean greatest : List.of(true, false)) {
            Graph graph = one(
                    new Operator.ArgExtreme(greatest),
                    plain(TensorType.FLOAT32, 3),
                    intConstant(-1),
                    plain(TensorType.INT32));
            assertArrayEquals(ints(1), run(graph, floats(Float.NaN, 2, Float.NaN)));
            assertArrayEquals(ints(0), run(graph, floats(Float.NaN, Float.NaN, Float.NaN)));
        }
    }

    @Test
    void reducesTruthValues() {
        Graph graph = one(
                new Operator.ReduceAll(false), plain(TensorType.BOOL, 2, 3), intConstant(1), plain(TensorType.BOOL, 2));
        assertArrayEquals(new byte[] {1, 0}, run(graph, new byte[] {1, 2, 1, 1, 0, 1}));
    }

    @Test
    void wrapsAndClampsIntegers() {
        int max = Integer.MAX_VALUE;
        int min = Integer.MIN_VALUE;
        assertArrayEquals(ints(min, 5), binary(BinaryFunction.ADD, Activation.RELU6, max, 2, 1, 3));
        assertArrayEquals(ints(6, 0), binary(BinaryFunction.SUB, Activation.RELU6, 9, 2, 1, 3));
        assertArrayEquals(ints(-2, 6), binary(BinaryFunction.MUL, Activation.NONE, max, 2, 2, 3));
        assertArrayEquals(ints(min, 0), binary(BinaryFunction.DIV, Activation.NONE, min, 2, -1, 0));
        assertArrayEquals(ints(-2, 2), binary(BinaryFunction.DIV, Activation.NONE, -5, 5, 2, 2));
    }

    private static byte[] binary(BinaryFunction function, Activation activation, int... operands) {
        Graph graph = one(
                new Operator.Binary(function, activation),
                plain(TensorType.INT32, 2),
                plain(TensorType.INT32, 2),
                plain(TensorType.INT32, 2));
        return run(graph, ints(operands));
    }

    @Test
    void dividesDown() {
        assertArrayEquals(floats(-3, 2), floatBinary(BinaryFunction.FLOOR_DIV, -5, 5, 2, 2));
        assertArrayEquals(floats(1, -1), floatBinary(BinaryFunction.FLOOR_MOD, -5, 5, 2, -2));
    }

    private static byte[] floatBinary(BinaryFunction function, float... operands) {
        Graph graph = one(
                new Operator.Binary(function, Activation.NONE),
                plain(TensorType.FLOAT32, 2),
                plain(TensorType.FLOAT32, 2),
                plain(TensorType.FLOAT32, 2));
        return run(graph, floats(operands));
    }

    private static Graph cast(TensorType from, TensorType to) {
        return one(new Operator.Cast(), plain(from, 4), plain(to, 4));
    }

    private static byte[] run(Graph graph, byte[] inputs) {
        return Interpreter.of(graph).invocation().run(inputs);
    }

    private static Tensor plain(TensorType type, int... dimensions) {
        return tensor(type, Quantization.NONE, dimensions);
    }

    private static Tensor tensor(TensorType type, Quantization quantization, int... dimensions) {
        return Tensor.variable("x", type, Shape.of(dimensions), quantization);
    }

    private static Tensor floatConstant(float value) {
        return Tensor.constant("c", TensorType.FLOAT32, Shape.of(), Quantization.NONE, TensorData.ofFloats(value));
    }

    private static Tensor intConstant(int value) {
        return Tensor.constant("c", TensorType.INT32, Shape.of(1), Quantization.NONE, TensorData.ofInts(value));
    }

    private static byte[] ints(int... values) {
        return TensorData.ofInts(values).bytes();
    }

    private static byte[] floats(float... values) {
        return TensorData.ofFloats(values).bytes();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }
}
