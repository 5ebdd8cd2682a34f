package dev.mote.model.graph;

import java.util.Arrays;

/** Sizes and flags of RESIZE_NEAREST_NEIGHBOR and RESIZE_BILINEAR. */
final class ResizeRules {
    private static final String EXPORT_AGAIN = "export the model again";
    /** Positions between pixels have 10 more bits than those of pixels, and must fit 32. */
    private static final int MOST_PIXELS = 1 << 20;

    private final CheckedNode node;

    ResizeRules(CheckedNode node) {
        this.node = node;
    }

    /** Source: TFLM's preparation of RESIZE_BILINEAR. */
    static void attributes(CheckedNode node, Operator.ResizeBilinear resize) {
        if (resize.alignCorners() && resize.halfPixelCenters()) {
            node.error(
                    "TFL-32",
                    "has align_corners and half_pixel_centers, expected at most one of them",
                    "resize without align_corners, then export again");
        }
    }

    void nearest(Operator.ResizeNearestNeighbor resize) {
        if (sizes()) {
            Resampling.Flags flags = new Resampling.Flags(resize.alignCorners(), resize.halfPixelCenters());
            inside(1, Resampling.nearest(in(1), out(1), flags));
            inside(2, Resampling.nearest(in(2), out(2), flags));
        }
    }

    void bilinear(Operator.ResizeBilinear resize) {
        if (sizes() && node.isInt8()) {
            Resampling.Flags flags = new Resampling.Flags(resize.alignCorners(), resize.halfPixelCenters());
            inside(1, Resampling.lowerPixels(in(1), out(1), flags));
            inside(2, Resampling.lowerPixels(in(2), out(2), flags));
        }
    }

    /** Whether input and output are images whose sizes agree with those asked for. */
    private boolean sizes() {
        Shape in = node.input().shape();
        int[] size = node.input(1).integers();
        if (in.rank() != 4 || node.input(1).shape().rank() != 1 || size.length != 2) {
            node.error(
                    "TFL-30",
                    "input has shape " + in + " and size " + node.input(1).shape()
                            + ", expected 4 dimensions and 2 numbers",
                    EXPORT_AGAIN);
            return false;
        }
        if (Arrays.stream(size).anyMatch(pixels -> pixels < 1 || pixels > MOST_PIXELS)
                || in.dimension(1) > MOST_PIXELS
                || in.dimension(2) > MOST_PIXELS) {
            node.error(
                    "TFL-32",
                    "size is " + Arrays.toString(size) + " for input " + in + ", expected 1 to " + MOST_PIXELS
                            + " rows and columns",
                    EXPORT_AGAIN);
            return false;
        }
        Shape expected = Shape.of(in.dimension(0), 1, 1, in.dimension(3));
        ShapeRules.requireOutput(node, expected.dimension(0), size[0], size[1], expected.dimension(3));
        return Arrays.equals(
                node.output().shape().dimensions(), new int[] {in.dimension(0), size[0], size[1], in.dimension(3)});
    }

    /** The reference's rounded scale can lead behind the last pixel, where much larger outputs are asked for than inputs given. */
    private void inside(int axis, int[] pixels) {
        int last = Arrays.stream(pixels).max().orElse(0);
        if (last >= in(axis)) {
            node.error(
                    "TFL-32",
                    "resizes " + in(axis) + " pixels to " + out(axis) + ", which reads pixel " + last
                            + " of TFLM's rounded scale",
                    "resize in two steps, then export again");
        }
    }

    private int in(int axis) {
        return node.input().shape().dimension(axis);
    }

    private int out(int axis) {
        return node.output().shape().dimension(axis);
    }
}
