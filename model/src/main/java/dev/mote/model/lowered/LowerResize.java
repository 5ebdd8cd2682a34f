package dev.mote.model.lowered;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Resampling;
import dev.mote.model.graph.Resampling.Flags;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;

/** Lowering of the operators that change the size of images. */
final class LowerResize {
    private LowerResize() {}

    static Layer nearest(Operator.ResizeNearestNeighbor resize, NodeView node) {
        Shape in = node.input().shape();
        Shape out = node.output().shape();
        Flags flags = new Flags(resize.alignCorners(), resize.halfPixelCenters());
        return new MovementLayer.Resample(
                in.dimension(0),
                in.dimension(1),
                in.dimension(2),
                in.dimension(3),
                boxed(Resampling.nearest(in.dimension(1), out.dimension(1), flags)),
                boxed(Resampling.nearest(in.dimension(2), out.dimension(2), flags)));
    }

    static Layer bilinear(Operator.ResizeBilinear bilinear, NodeView node, boolean int8) {
        Shape in = node.input().shape();
        Shape out = node.output().shape();
        Flags flags = new Flags(bilinear.alignCorners(), bilinear.halfPixelCenters());
        Resize resize = new Resize(
                in.dimension(0),
                in.dimension(1),
                in.dimension(2),
                in.dimension(3),
                out.dimension(1),
                out.dimension(2),
                bilinear.halfPixelCenters());
        return int8
                ? new Int8Layer.ResizeBilinear(
                        resize,
                        Resampling.fixedScale(in.dimension(1), out.dimension(1), flags),
                        Resampling.fixedScale(in.dimension(2), out.dimension(2), flags))
                : new FloatLayer.ResizeBilinear(
                        resize,
                        Resampling.floatScale(in.dimension(1), out.dimension(1), flags),
                        Resampling.floatScale(in.dimension(2), out.dimension(2), flags));
    }

    static Layer spaceToBatch(NodeView node) {
        double fill = node.output().type() == TensorType.INT8 ? node.outputZeroPoint() : 0;
        return new MovementLayer.SpaceToBatch(
                blocks(node, node.input().shape(), node.output().shape()), fill);
    }

    static Layer batchToSpace(NodeView node) {
        return new MovementLayer.BatchToSpace(
                blocks(node, node.output().shape(), node.input().shape()));
    }

    /** Of three dimensions the middle one is the height, and the width is 1. */
    private static MovementLayer.Blocks blocks(NodeView node, Shape image, Shape phases) {
        int[] block = node.input(1).integers();
        int[] edges = node.input(2).integers();
        boolean wide = image.rank() == 4;
        return new MovementLayer.Blocks(
                image.dimension(0),
                image.dimension(1),
                wide ? image.dimension(2) : 1,
                image.dimension(-1),
                block[0],
                wide ? block[1] : 1,
                phases.dimension(1),
                wide ? phases.dimension(2) : 1,
                edges[0],
                wide ? edges[2] : 0);
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
