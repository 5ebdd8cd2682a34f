package dev.mote.model.lowered;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lowering of the operators that only move elements. */
final class LowerMovement {
    private LowerMovement() {}

    static Layer pad(NodeView node) {
        int[] input = node.input().shape().dimensions();
        TensorData paddings = node.constant(1);
        List<Integer> dimensions = Arrays.stream(input).boxed().toList();
        List<Integer> before = IntStream.range(0, input.length)
                .mapToObj(i -> paddings.int32(2 * i))
                .toList();
        List<Integer> after = IntStream.range(0, input.length)
                .mapToObj(i -> paddings.int32(2 * i + 1))
                .toList();
        int fill = node.output().type() == TensorType.INT8 ? node.outputZeroPoint() : 0;
        return new MovementLayer.Pad(dimensions, before, after, fill);
    }

    static Layer concatenate(Operator.Concatenation concatenation, NodeView node) {
        Shape output = node.output().shape();
        int axis = concatenation.axis() < 0 ? concatenation.axis() + output.rank() : concatenation.axis();
        List<Integer> runs = node.node().inputs().stream()
                .map(index -> node.graph().tensor(index))
                .map(Tensor::shape)
                .map(shape -> shape.elements(axis, shape.rank()))
                .toList();
        return new MovementLayer.Concatenate(output.elements(0, axis), runs);
    }
}
