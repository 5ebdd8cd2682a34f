package dev.mote.model.graph;

import dev.mote.model.graph.Operator.Window;

/** Shapes of convolutions and pooling. */
final class WindowRules {
    private static final String EXPORT_AGAIN = "export the model again";

    private final CheckedNode node;

    WindowRules(CheckedNode node) {
        this.node = node;
    }

    void conv(Operator.Conv2d conv) {
        if (!requireRank4(node.input(), "input") || !requireRank4(node.input(1), "weights")) {
            return;
        }
        int inputs = node.input().shape().dimension(3);
        Shape weights = node.input(1).shape();
        int outputs = weights.dimension(0);
        int perGroup = weights.dimension(3);
        if (inputs % perGroup != 0 || outputs % (inputs / perGroup) != 0) {
            node.error(
                    "TFL-30",
                    "weights " + weights + " do not fit " + inputs
                            + " input channels, expected the same number or equal groups",
                    EXPORT_AGAIN);
        } else {
            ShapeRules.requireBias(node, conv, outputs);
            requireOutput(conv.window(), weights.dimension(1), weights.dimension(2), outputs);
        }
    }

    void depthwise(Operator.DepthwiseConv2d conv) {
        if (!requireRank4(node.input(), "input") || !requireRank4(node.input(1), "weights")) {
            return;
        }
        Shape weights = node.input(1).shape();
        long inputs = node.input().shape().dimension(3);
        int outputs = weights.dimension(3);
        if (weights.dimension(0) != 1 || inputs * conv.depthMultiplier() != outputs) {
            node.error(
                    "TFL-30",
                    "weights " + weights + " do not fit " + inputs + " input channels and depth multiplier "
                            + conv.depthMultiplier(),
                    EXPORT_AGAIN);
        } else {
            ShapeRules.requireBias(node, conv, outputs);
            requireOutput(conv.window(), weights.dimension(1), weights.dimension(2), outputs);
        }
    }

    /** Height and width of the output are free, as in TFLM: what no window reaches is the bias. */
    void transposeConv(Operator.TransposeConv conv) {
        if (!requireRank4(node.input(), "input")
                || !requireRank4(node.input(1), "weights")
                || !requireRank4(node.output(), "output")) {
            return;
        }
        Shape in = node.input().shape();
        Shape weights = node.input(1).shape();
        Shape out = node.output().shape();
        Window window = conv.window();
        if (weights.dimension(3) != in.dimension(3)) {
            node.error(
                    "TFL-30",
                    "weights " + weights + " do not fit " + in.dimension(3) + " input channels",
                    EXPORT_AGAIN);
        } else if (window.strideH() < 1 || window.strideW() < 1) {
            node.error(
                    "TFL-32",
                    "stride is " + window.strideH() + "x" + window.strideW() + ", expected 1 or more",
                    EXPORT_AGAIN);
        } else if (reach(in, weights, window, 1, window.strideH()) > Integer.MAX_VALUE
                || reach(in, weights, window, 2, window.strideW()) > Integer.MAX_VALUE) {
            node.error("TFL-32", "stride " + window.strideH() + "x" + window.strideW() + " is too large", EXPORT_AGAIN);
        } else {
            ShapeRules.requireBias(node, conv, weights.dimension(0));
            ShapeRules.requireOutput(node, in.dimension(0), out.dimension(1), out.dimension(2), weights.dimension(0));
        }
    }

    /** Beyond all positions that the kernel computes along a dimension. */
    private static long reach(Shape in, Shape weights, Window window, int dimension, int stride) {
        return ((long) in.dimension(dimension) + 1) * stride + weights.dimension(dimension);
    }

    void pool(Operator.Pool2d pool) {
        if (!requireRank4(node.input(), "input")) {
            return;
        }
        Window window = pool.window();
        if (pool.height() < 1 || pool.width() < 1 || window.dilationH() != 1 || window.dilationW() != 1) {
            node.error(
                    "TFL-32",
                    "window is " + pool.height() + "x" + pool.width() + " with dilation " + window.dilationH() + "x"
                            + window.dilationW() + ", expected 1 or more, dilation 1x1",
                    EXPORT_AGAIN);
        } else {
            requireOutput(
                    window, pool.height(), pool.width(), node.input().shape().dimension(3));
        }
    }

    private void requireOutput(Window window, int kernelH, int kernelW, int channels) {
        if (window.strideH() < 1 || window.strideW() < 1 || window.dilationH() < 1 || window.dilationW() < 1) {
            node.error(
                    "TFL-32",
                    "stride is " + window.strideH() + "x" + window.strideW() + ", dilation " + window.dilationH() + "x"
                            + window.dilationW() + ", expected 1 or more",
                    EXPORT_AGAIN);
            return;
        }
        Shape in = node.input().shape();
        long extentH = extent(kernelH, window.dilationH());
        long extentW = extent(kernelW, window.dilationW());
        long h = positions(window.padding(), in.dimension(1), extentH, window.strideH());
        long w = positions(window.padding(), in.dimension(2), extentW, window.strideW());
        boolean outside = h < 1
                || w < 1
                || in.dimension(1) + extentH > Integer.MAX_VALUE
                || in.dimension(2) + extentW > Integer.MAX_VALUE;
        if (outside) {
            node.error(
                    "TFL-32",
                    "window of " + extentH + "x" + extentW + " does not fit input " + in + " with padding "
                            + window.padding(),
                    "use a smaller window or padding SAME");
            return;
        }
        ShapeRules.requireOutput(node, in.dimension(0), h, w, channels);
    }

    /** Input elements from the first to the last that one window touches. */
    private static long extent(int kernel, int dilation) {
        return (kernel - 1L) * dilation + 1;
    }

    /** Outputs along one dimension. */
    private static long positions(Padding padding, int input, long extent, int stride) {
        long reach =
                switch (padding) {
                    case SAME -> input;
                    case VALID -> input - extent + 1;
                };
        return Math.ceilDiv(reach, (long) stride);
    }

    private boolean requireRank4(Tensor tensor, String what) {
        boolean right = tensor.shape().rank() == 4;
        if (!right) {
            node.error("TFL-30", what + " has shape " + tensor.shape() + ", expected 4 dimensions", EXPORT_AGAIN);
        }
        return right;
    }
}
