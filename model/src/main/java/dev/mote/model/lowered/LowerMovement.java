package dev.mote.model.lowered;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.StridedView;
import dev.mote.model.graph.Tensor;
import dev.mote.model.graph.TensorData;
import dev.mote.model.graph.TensorType;
import dev.mote.model.graph.Views;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Lowering of the operators that only move elements. */
final class LowerMovement {
    private LowerMovement() {}

    /** One layer an output. */
    static List<Layer> movement(Operator.Movement movement, NodeView node) {
        return switch (movement) {
            case Operator.View view ->
                Views.of(node.graph(), node.node(), view).stream()
                        .map(part -> view(part.simplified(), node.input(view.moved())))
                        .toList();
            case Operator.Pack(int axis) -> List.of(pack(axis, node));
            case Operator.PadV2 pad -> List.of(pad(node, value(node.input(2))));
            case Operator.MirrorPad(Operator.MirrorMode mode) -> List.of(mirrorPad(mode, node));
            case Operator.Gather gather -> List.of(LowerGather.gather(gather, node));
            case Operator.GatherNd gather -> List.of(LowerGather.gatherNd(node));
            case Operator.EmbeddingLookup lookup -> List.of(LowerGather.embeddingLookup(node));
            case Operator.DynamicUpdateSlice update -> List.of(LowerGather.updateSlice(node));
            case Operator.BroadcastArgs shapes ->
                List.of(new MovementLayer.BroadcastShapes(
                        node.input(0).shape().elements(), node.input(1).shape().elements()));
            case Operator.ZerosLike zeros ->
                List.of(new MovementLayer.Store(TensorData.ofBytes(
                        new byte[Math.toIntExact(node.output().byteSize())])));
            case Operator.ResizeNearestNeighbor resize -> List.of(LowerResize.nearest(resize, node));
            case Operator.SpaceToBatchNd space -> List.of(LowerResize.spaceToBatch(node));
            case Operator.BatchToSpaceNd batch -> List.of(LowerResize.batchToSpace(node));
        };
    }

    static Layer view(StridedView view, Tensor input) {
        boolean same =
                view.isWhole() && view.dimensions().getFirst() == input.shape().elements();
        return same ? new MovementLayer.Copy(input.shape().elements()) : new MovementLayer.StridedCopy(view);
    }

    static Layer pad(NodeView node) {
        return pad(node, node.output().type() == TensorType.INT8 ? node.outputZeroPoint() : 0);
    }

    private static Layer pad(NodeView node, double fill) {
        int[] paddings = node.input(1).integers();
        return new MovementLayer.Pad(
                Arrays.stream(node.input().shape().dimensions()).boxed().toList(),
                every2nd(paddings, 0),
                every2nd(paddings, 1),
                fill);
    }

    private static List<Integer> every2nd(int[] paddings, int first) {
        return IntStream.range(0, paddings.length / 2)
                .mapToObj(i -> paddings[2 * i + first])
                .toList();
    }

    /** The only element of a constant. */
    private static double value(Tensor constant) {
        TensorData data = constant.data().orElseThrow();
        return switch (constant.type()) {
            case FLOAT32 -> data.float32(0);
            case INT8 -> data.int8(0);
            case UINT8, BOOL -> Byte.toUnsignedInt(data.int8(0));
            case INT16 -> (short) (Byte.toUnsignedInt(data.int8(0)) | data.int8(1) << 8);
            case INT32, INT64 -> constant.integers()[0];
            case OTHER -> throw new IllegalArgumentException("cannot pad " + constant.name());
        };
    }

    private static Layer mirrorPad(Operator.MirrorMode mode, NodeView node) {
        int[] paddings = node.input(1).integers();
        List<Integer> input =
                Arrays.stream(node.input().shape().dimensions()).boxed().toList();
        int padded = input.size();
        while (padded > 0 && paddings[2 * padded - 1] == 0 && paddings[2 * padded - 2] == 0) {
            padded--;
        }
        return new MovementLayer.MirrorPad(
                input.subList(0, padded),
                every2nd(paddings, 0).subList(0, padded),
                every2nd(paddings, 1).subList(0, padded),
                node.input().shape().elements(padded, input.size()),
                mode == Operator.MirrorMode.REFLECT ? 1 : 0);
    }

    private static Layer pack(int attribute, NodeView node) {
        Shape input = node.input().shape();
        int axis = attribute < 0 ? attribute + input.rank() + 1 : attribute;
        int run = input.elements(axis, input.rank());
        return new MovementLayer.Concatenate(
                input.elements(0, axis),
                Collections.nCopies(node.node().inputs().size(), run));
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
