package dev.mote.model.lowered;

import dev.mote.model.graph.GatherIndices;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Lowering of the operators that pick elements by indices: constants go into the layer, computed ones stay an operand. */
final class LowerGather {
    private LowerGather() {}

    static Layer gather(Operator.Gather gather, NodeView node) {
        Shape input = node.input().shape();
        Shape indices = node.input(1).shape();
        int axis = gather.axis() < 0 ? gather.axis() + input.rank() : gather.axis();
        int batch = gather.batchDimensions() < 0 ? gather.batchDimensions() + indices.rank() : gather.batchDimensions();
        int batches = input.elements(0, batch);
        int rows = input.elements(batch, axis);
        int run = input.elements(axis + 1, input.rank());
        return node.input(1).isConstant()
                ? new MovementLayer.Gather(
                        batches,
                        rows,
                        input.dimension(axis),
                        run,
                        TensorData.ofInts(node.input(1).integers()))
                : new MovementLayer.GatherComputed(
                        batches, rows, input.dimension(axis), run, indices.elements(batch, indices.rank()));
    }

    static Layer gatherNd(NodeView node) {
        Shape input = node.input().shape();
        Shape indices = node.input(1).shape();
        int named = indices.dimension(-1);
        int rows = input.elements(0, named);
        int run = input.elements(named, input.rank());
        if (node.input(1).isConstant()) {
            long[] positions =
                    GatherIndices.positions(input, named, node.input(1).integers());
            int[] inside = LongStream.of(positions).mapToInt(Math::toIntExact).toArray();
            return new MovementLayer.Gather(1, 1, rows, run, TensorData.ofInts(inside));
        }
        List<Integer> steps =
                Arrays.stream(GatherIndices.steps(input, named)).boxed().toList();
        return new MovementLayer.GatherRows(rows, run, indices.elements(0, indices.rank() - 1), steps);
    }

    static Layer embeddingLookup(NodeView node) {
        Shape values = node.input(1).shape();
        int rows = values.dimension(0);
        int run = values.elements(1, values.rank());
        int count = node.input(0).shape().elements();
        if (node.input(1).type() != node.output().type()) {
            return new FloatLayer.EmbeddingLookup(rows, run, count, NodeView.scale(node.input(1)));
        }
        return node.input(0).isConstant()
                ? new MovementLayer.Gather(
                        1, 1, rows, run, TensorData.ofInts(node.input(0).integers()))
                : new MovementLayer.GatherComputed(1, 1, rows, run, count);
    }

    static Layer updateSlice(NodeView node) {
        return new MovementLayer.UpdateSlice(
                dimensions(node.input(0).shape()),
                dimensions(node.input(1).shape()),
                node.input(2).type() == TensorType.INT64);
    }

    private static List<Integer> dimensions(Shape shape) {
        return Arrays.stream(shape.dimensions()).boxed().toList();
    }
}
