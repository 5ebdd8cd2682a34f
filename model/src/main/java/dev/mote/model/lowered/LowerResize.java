package dev.mote.model.lowered;

import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Resampling;
import dev.mote.model.graph.Resampling.Flags;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.StridedView;
import dev.mote.model.graph.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lowering of the operators that change the size of images. */
final class LowerResize {
    private LowerResize() {}

    /** Where each pixel is repeated equally often, a strided copy; it needs no tables. */
    static Layer nearest(Operator.ResizeNearestNeighbor resize, NodeView node) {
        Shape in = node.input().shape();
        Shape out = node.output().shape();
        Flags flags = new Flags(resize.alignCorners(), resize.halfPixelCenters());
        int[] rows = Resampling.nearest(in.dimension(1), out.dimension(1), flags);
        int[] columns = Resampling.nearest(in.dimension(2), out.dimension(2), flags);
        if (repeats(rows, in.dimension(1)) && repeats(columns, in.dimension(2))) {
            return LowerMovement.view(repeated(in, out).simplified(), node.input());
        }
        return new MovementLayer.Resample(
                in.dimension(0), in.dimension(1), in.dimension(2), in.dimension(3), boxed(rows), boxed(columns));
    }

    /** Whether {@code pixels} are 0, 0, ..., 1, 1, ..., each equally often. */
    private static boolean repeats(int[] pixels, int size) {
        int times = pixels.length / size;
        return pixels.length % size == 0 && IntStream.range(0, pixels.length).allMatch(i -> pixels[i] == i / times);
    }

    /** [n, h, times, w, times, c], where a step along times stays in its place. */
    private static StridedView repeated(Shape in, Shape out) {
        int h = in.dimension(1);
        int w = in.dimension(2);
        int c = in.dimension(3);
        List<Integer> dimensions = List.of(in.dimension(0), h, out.dimension(1) / h, w, out.dimension(2) / w, c);
        return new StridedView(dimensions, List.of(h * w * c, w * c, 0, c, 0, 1), 0);
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
