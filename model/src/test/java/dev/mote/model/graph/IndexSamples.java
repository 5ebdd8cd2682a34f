package dev.mote.model.graph;

import static dev.mote.model.graph.MovementSamples.data;
import static dev.mote.model.graph.MovementSamples.integers;
import static dev.mote.model.graph.MovementSamples.paddings;
import static dev.mote.model.graph.OperatorSamples.ints;
import static dev.mote.model.graph.OperatorSamples.one;
import static dev.mote.model.graph.TensorType.FLOAT32;
import static dev.mote.model.graph.TensorType.INT8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Small valid graphs of the operators that pick elements by indices, that resize images and that sum along a dimension. */
public final class IndexSamples {
    private IndexSamples() {}

    /** Each operator that moves elements, with tensors of {@code type}. */
    static List<Graph> of(TensorType type) {
        return List.of(
                one(new Operator.Gather(1, 0), data(type, 2, 3), integers(4), data(type, 2, 4)),
                one(new Operator.GatherNd(), data(type, 2, 3, 4), matrix(2, 0, 1, 1, 2), data(type, 2, 4)),
                one(new Operator.GatherNd(), data(type, 2, 3), integers(5, 2), data(type, 5)),
                one(new Operator.EmbeddingLookup(), ints(1, 0, 1), data(type, 2, 3), data(type, 3, 3)),
                one(new Operator.EmbeddingLookup(), integers(3), data(type, 2, 3), data(type, 3, 3)),
                one(
                        new Operator.DynamicUpdateSlice(),
                        data(type, 4, 5),
                        data(type, 2, 3),
                        integers(2),
                        data(type, 4, 5)),
                one(new Operator.Fill(), ints(2, 3), data(type), data(type, 2, 3)),
                one(
                        new Operator.ResizeNearestNeighbor(false, true),
                        data(type, 1, 2, 3, 2),
                        ints(4, 5),
                        data(type, 1, 4, 5, 2)),
                one(
                        new Operator.SpaceToBatchNd(),
                        data(type, 1, 3, 4, 2),
                        ints(2, 2),
                        paddings(0, 1, 1, 1),
                        data(type, 4, 2, 3, 2)),
                one(new Operator.SpaceToBatchNd(), data(type, 2, 4, 3), ints(2), paddings(0, 0), data(type, 4, 2, 3)),
                one(
                        new Operator.BatchToSpaceNd(),
                        data(type, 4, 2, 3, 2),
                        ints(2, 2),
                        paddings(0, 1, 1, 1),
                        data(type, 1, 3, 4, 2)));
    }

    static List<Graph> computing() {
        return List.of(
                one(new Operator.ZerosLike(), data(FLOAT32, 2, 3), data(FLOAT32, 2, 3)),
                one(new Operator.BroadcastArgs(), integers(3), integers(2), integers(3)),
                one(new Operator.EmbeddingLookup(), integers(3), symmetric(2, 3), data(FLOAT32, 3, 3)),
                product(),
                resizeBilinear(FLOAT32),
                resizeBilinear(INT8),
                cumulativeSum(FLOAT32),
                cumulativeSum(INT8));
    }

    /** Of constants; the graph's input is for nothing. */
    static Graph product() {
        Graph graph = one(new Operator.ReduceProduct(true), ints(2, 3), ints(0), integers(1));
        List<Tensor> tensors = new ArrayList<>(graph.tensors());
        tensors.add(integers(1));
        return new Graph(graph.name(), tensors, graph.nodes(), List.of(3), graph.outputs(), Map.of());
    }

    static Graph resizeBilinear(TensorType type) {
        return one(
                new Operator.ResizeBilinear(false, true), data(type, 1, 2, 3, 2), ints(4, 5), data(type, 1, 4, 5, 2));
    }

    static Graph cumulativeSum(TensorType type) {
        return one(new Operator.CumulativeSum(true, false), data(type, 2, 3), ints(-1), data(type, 2, 3));
    }

    static Tensor matrix(int columns, int... values) {
        return Tensor.constant(
                "matrix",
                TensorType.INT32,
                Shape.of(values.length / columns, columns),
                Quantization.NONE,
                TensorData.ofInts(values));
    }

    private static Tensor symmetric(int... dimensions) {
        return OperatorSamples.data(INT8, Quantization.perTensor(0.25f, 0), dimensions);
    }
}
