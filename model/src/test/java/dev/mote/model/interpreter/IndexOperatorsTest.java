package dev.mote.model.interpreter;

import static dev.mote.model.graph.OperatorSamples.one;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.GraphVerifier;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tensors hold 0, 1, 2, ...; so the expected values are where the elements come from. */
class IndexOperatorsTest {
    private static final Quantization SCALE = Quantization.perTensor(0.5f, 3);
    private static final int[] NONE = {};

    @Test
    void cutsComputedIndicesToTheTensor() {
        int[] indices = {-1, 1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE};
        Graph gather = one(new Operator.Gather(1, 0), data(2, 3), integers(5), data(2, 5));
        check(gather, indices, 0, 1, 2, 2, 0, 3, 4, 5, 5, 3);
        Graph lookup = one(new Operator.EmbeddingLookup(), integers(5), rows(3, 1), data(5, 1));
        assertArrayEquals(bytes(10, 11, 12, 12, 10), run(lookup, ints(indices)));
    }

    @Test
    void gathersByComputedIndicesOfABatch() {
        Graph gather = one(new Operator.Gather(1, 1), data(2, 3), integers(2, 2), data(2, 2));
        check(gather, new int[] {2, 0, 1, 1}, 2, 0, 4, 4);
    }

    @Test
    void gathersRowsByTheirPosition() {
        Graph rows = one(new Operator.GatherNd(), data(2, 3, 2), integers(2, 2), data(2, 2));
        check(rows, new int[] {1, 2, 0, 1}, 10, 11, 2, 3);
        check(rows, new int[] {0, 4, 1, -1}, 8, 9, 4, 5);
        int most = Integer.MAX_VALUE;
        check(rows, new int[] {most, most, Integer.MIN_VALUE, Integer.MIN_VALUE}, 10, 11, 0, 1);
    }

    @Test
    void replacesAPartAndMovesItInside() {
        Tensor part =
                Tensor.constant("part", TensorType.INT8, Shape.of(1, 2), SCALE, TensorData.ofBytes(bytes(-1, -2)));
        Graph update = one(new Operator.DynamicUpdateSlice(), data(2, 3), part, integers(2), data(2, 3));
        check(update, new int[] {1, 0}, 0, 1, 2, -1, -2, 5);
        check(update, new int[] {-7, 2}, 0, -1, -2, 3, 4, 5);
    }

    @Test
    void fillsAShape() {
        check(one(new Operator.Fill(), constant(2, 2), data(), data(2, 2)), NONE, 0, 0, 0, 0);
        check(one(new Operator.ZerosLike(), data(2, 2), data(2, 2)), NONE, 0, 0, 0, 0);
    }

    @Test
    void broadcastsShapes() {
        Graph shapes = one(new Operator.BroadcastArgs(), integers(3), integers(2), integers(3));
        assertArrayEquals(ints(5, 4, 3), run(shapes, ints(5, 1, 3, 4, 1)));
    }

    @Test
    void repeatsAndDropsPixels() {
        Operator nearest = new Operator.ResizeNearestNeighbor(false, false);
        check(
                one(nearest, data(1, 1, 3, 1), constant(2, 6), data(1, 2, 6, 1)),
                NONE,
                0,
                0,
                1,
                1,
                2,
                2,
                0,
                0,
                1,
                1,
                2,
                2);
        check(one(nearest, data(1, 4, 1, 1), constant(2, 1), data(1, 2, 1, 1)), NONE, 0, 2);
        Operator centered = new Operator.ResizeNearestNeighbor(false, true);
        check(one(centered, data(1, 4, 1, 1), constant(2, 1), data(1, 2, 1, 1)), NONE, 1, 3);
    }

    @Test
    void mixesPixels() {
        Operator bilinear = new Operator.ResizeBilinear(true, false);
        Graph graph = one(bilinear, data(1, 2, 2, 2), constant(3, 3), data(1, 3, 3, 2));
        check(graph, NONE, 0, 1, 1, 2, 2, 3, 2, 3, 3, 4, 4, 5, 4, 5, 5, 6, 6, 7);
    }

    @Test
    void takesImagesApartAndTogether() {
        Operator apart = new Operator.SpaceToBatchNd();
        Graph phases = one(apart, data(1, 2, 3, 1), constant(2, 2), matrix(0, 0, 1, 0), data(4, 1, 2, 1));
        check(phases, NONE, 3, 1, 0, 2, 3, 4, 3, 5);
        Operator together = new Operator.BatchToSpaceNd();
        Graph image = one(together, data(4, 1, 2, 1), constant(2, 2), matrix(0, 0, 1, 0), data(1, 2, 3, 1));
        check(image, NONE, 2, 1, 3, 6, 5, 7);
    }

    /** The sum starts from integer 0, which is -3 steps of 0.5. */
    @Test
    void sumsAlongAnAxis() {
        Quantization zeroIs0 = Quantization.perTensor(0.5f, 0);
        Tensor in = Tensor.variable("x", TensorType.INT8, Shape.of(2, 3), zeroIs0);
        check(one(new Operator.CumulativeSum(false, false), in, constant(1), in), NONE, 0, 1, 3, 3, 7, 12);
        check(one(new Operator.CumulativeSum(true, true), in, constant(-1), in), NONE, 3, 2, 0, 9, 5, 0);
        check(one(new Operator.CumulativeSum(false, false), data(3), constant(0), data(3)), NONE, -3, -5, -6);
    }

    @Test
    void dequantizesTheRowsThatItLooksUp() {
        Graph hybrid = one(
                new Operator.EmbeddingLookup(),
                integers(2),
                Tensor.constant(
                        "rows",
                        TensorType.INT8,
                        Shape.of(2, 1),
                        Quantization.perTensor(0.25f, 0),
                        TensorData.ofBytes(bytes(3, -4))),
                Tensor.variable("y", TensorType.FLOAT32, Shape.of(2, 1), Quantization.NONE));
        assertEquals(List.of(), GraphVerifier.verify(hybrid));
        ByteBuffer output = ByteBuffer.wrap(run(hybrid, ints(1, 0))).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(-1f, output.getFloat());
        assertEquals(0.75f, output.getFloat());
    }

    /** @param indices behind the numbers of the first input */
    private static void check(Graph graph, int[] indices, int... expected) {
        int count = graph.tensor(graph.inputs().getFirst()).shape().elements();
        ByteBuffer input = ByteBuffer.allocate(count + 4 * indices.length);
        IntStream.range(0, count).forEach(i -> input.put((byte) i));
        input.put(ints(indices));
        assertArrayEquals(bytes(expected), run(graph, input.array()));
    }

    private static byte[] run(Graph graph, byte[] input) {
        return Interpreter.of(graph).invocation().run(input);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) values[i]);
        return bytes;
    }

    private static byte[] ints(int... values) {
        return TensorData.ofInts(values).bytes();
    }

    private static Tensor data(int... dimensions) {
        return Tensor.variable("x", TensorType.INT8, Shape.of(dimensions), SCALE);
    }

    private static Tensor integers(int... dimensions) {
        return Tensor.variable("i", TensorType.INT32, Shape.of(dimensions), Quantization.NONE);
    }

    private static Tensor rows(int... dimensions) {
        Shape shape = Shape.of(dimensions);
        byte[] values = bytes(IntStream.range(10, 10 + shape.elements()).toArray());
        return Tensor.constant("rows", TensorType.INT8, shape, SCALE, TensorData.ofBytes(values));
    }

    private static Tensor constant(int... values) {
        return Tensor.constant(
                "c", TensorType.INT32, Shape.of(values.length), Quantization.NONE, TensorData.ofInts(values));
    }

    private static Tensor matrix(int... values) {
        return Tensor.constant(
                "m", TensorType.INT32, Shape.of(values.length / 2, 2), Quantization.NONE, TensorData.ofInts(values));
    }
}
