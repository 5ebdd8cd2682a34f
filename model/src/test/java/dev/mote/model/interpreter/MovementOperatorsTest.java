package dev.mote.model.interpreter;

import static dev.mote.model.graph.OperatorSamples.one;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Node;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Inputs are the numbers 0, 1, 2, ...; so the expected values are where the elements come from. */
class MovementOperatorsTest {
    private static final Quantization SCALE = Quantization.perTensor(0.5f, 3);

    @Test
    void transposes() {
        check(one(new Operator.Transpose(), data(2, 3), ints(1, 0), data(3, 2)), 0, 3, 1, 4, 2, 5);
        check(
                one(new Operator.Transpose(), data(2, 2, 3), ints(1, 2, 0), data(2, 3, 2)),
                0,
                6,
                1,
                7,
                2,
                8,
                3,
                9,
                4,
                10,
                5,
                11);
    }

    @Test
    void slices() {
        check(one(new Operator.Slice(), data(3, 4), ints(1, 1), ints(-1, 2), data(2, 2)), 5, 6, 9, 10);
    }

    @Test
    void slicesInSteps() {
        Operator open = new Operator.StridedSlice(2, 2, 0);
        check(one(open, data(3, 4), ints(-1, 9), ints(0, 9), ints(-1, -3), data(2, 2)), 11, 8, 7, 4);
        Operator shrink = new Operator.StridedSlice(0, 0, 1);
        check(one(shrink, data(3, 4), ints(-2, 1), ints(0, 4), ints(1, 2), data(2)), 5, 7);
    }

    @Test
    void reverses() {
        check(one(new Operator.ReverseV2(), data(2, 3), ints(-1), data(2, 3)), 2, 1, 0, 5, 4, 3);
        check(one(new Operator.ReverseV2(), data(2, 3), ints(0, 1), data(2, 3)), 5, 4, 3, 2, 1, 0);
    }

    @Test
    void repeats() {
        check(one(new Operator.BroadcastTo(), data(2, 1), ints(2, 2, 2), data(2, 2, 2)), 0, 0, 1, 1, 0, 0, 1, 1);
        check(one(new Operator.BroadcastTo(), data(), ints(3), data(3)), 0, 0, 0);
    }

    @Test
    void movesBlocksIntoDepthAndBack() {
        check(one(new Operator.SpaceToDepth(2), data(1, 2, 4, 1), data(1, 1, 2, 4)), 0, 1, 4, 5, 2, 3, 6, 7);
        check(one(new Operator.DepthToSpace(2), data(1, 1, 2, 4), data(1, 2, 4, 1)), 0, 1, 4, 5, 2, 3, 6, 7);
    }

    @Test
    void changesTheShapeOnly() {
        check(one(new Operator.Squeeze(List.of()), data(1, 3, 1), data(3)), 0, 1, 2);
        check(one(new Operator.ExpandDims(), data(3), ints(-1), data(3, 1)), 0, 1, 2);
    }

    @Test
    void mirrorsWithAndWithoutTheEdge() {
        Tensor paddings = constant(Shape.of(1, 2), 2, 1);
        Operator reflect = new Operator.MirrorPad(Operator.MirrorMode.REFLECT);
        Operator symmetric = new Operator.MirrorPad(Operator.MirrorMode.SYMMETRIC);
        check(one(reflect, data(3), paddings, data(6)), 2, 1, 0, 1, 2, 1);
        check(one(symmetric, data(3), paddings, data(6)), 1, 0, 0, 1, 2, 2);
        Tensor outer = constant(Shape.of(2, 2), 1, 0, 0, 0);
        check(one(reflect, data(2, 2), outer, data(3, 2)), 2, 3, 0, 1, 2, 3);
    }

    @Test
    void gathers() {
        check(one(new Operator.Gather(-1, 0), data(2, 3), ints(2, 0), data(2, 2)), 2, 0, 5, 3);
        Tensor ofBatch = constant(Shape.of(2, 1), 2, 0);
        check(one(new Operator.Gather(1, 1), data(2, 3), ofBatch, data(2, 1)), 2, 3);
    }

    @Test
    void fillsWithAnyValue() {
        Tensor paddings = constant(Shape.of(1, 2), 1, 2);
        Tensor value =
                Tensor.constant("value", TensorType.INT8, Shape.of(1), SCALE, TensorData.ofBytes(new byte[] {-7}));
        check(one(new Operator.PadV2(), data(2), paddings, value, data(5)), -7, 0, 1, -7, -7);
    }

    @Test
    void splits() {
        Node equal = new Node(new Operator.Split(), List.of(1, 0), List.of(2, 3));
        check(graph(equal, data(2, 4), ints(1), data(2, 2), data(2, 2)), 0, 1, 4, 5, 2, 3, 6, 7);
        Node unequal = new Node(new Operator.SplitV(), List.of(0, 1, 2), List.of(3, 4));
        check(graph(unequal, data(2, 3), ints(-1, 1), ints(-1), data(2, 2), data(2, 1)), 0, 1, 3, 4, 2, 5);
    }

    @Test
    void unpacksAndPacks() {
        Node unpack = new Node(new Operator.Unpack(-1), List.of(0), List.of(1, 2));
        check(graph(unpack, data(3, 2), data(3), data(3)), 0, 2, 4, 1, 3, 5);
        Node pack = new Node(new Operator.Pack(-1), List.of(0, 0), List.of(1));
        check(graph(pack, data(3), data(3, 2)), 0, 0, 1, 1, 2, 2);
    }

    @Test
    void tellsTheShape() {
        Tensor shape = Tensor.variable("shape", TensorType.INT32, Shape.of(2), Quantization.NONE);
        byte[] output = run(one(new Operator.ShapeOf(), data(3, 4), shape));
        assertArrayEquals(new byte[] {3, 0, 0, 0, 4, 0, 0, 0}, output);
    }

    private static void check(Graph graph, int... expected) {
        byte[] bytes = new byte[expected.length];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) expected[i]);
        assertArrayEquals(bytes, run(graph));
    }

    private static byte[] run(Graph graph) {
        Invocation invocation = Interpreter.of(graph).invocation();
        ByteBuffer input = ByteBuffer.allocate(invocation.inputBytes());
        IntStream.range(0, input.capacity()).forEach(i -> input.put(i, (byte) i));
        return invocation.run(input.array());
    }

    /** Tensor 0 is the input. */
    private static Graph graph(Node node, Tensor... tensors) {
        return new Graph("net", Arrays.asList(tensors), List.of(node), List.of(0), node.outputs(), Map.of());
    }

    private static Tensor data(int... dimensions) {
        return Tensor.variable("x", TensorType.INT8, Shape.of(dimensions), SCALE);
    }

    private static Tensor ints(int... values) {
        return constant(Shape.of(values.length), values);
    }

    private static Tensor constant(Shape shape, int... values) {
        return Tensor.constant("ints", TensorType.INT32, shape, Quantization.NONE, TensorData.ofInts(values));
    }
}
