package dev.mote.model.interpreter;

import dev.mote.model.lowered.WindowGeometry;

/** The taps of a window that lie inside the input: rows [firstY, endY) and columns [firstX, endX) of the kernel. */
record Taps(int firstY, int endY, int firstX, int endX) {

    /** Of the window of output pixel (y, x). */
    static Taps at(WindowGeometry g, int y, int x) {
        int top = y * g.strideH() - g.padTop();
        int left = x * g.strideW() - g.padLeft();
        return new Taps(
                first(top, g.dilationH()),
                end(top, g.dilationH(), g.kernelH(), g.inputH()),
                first(left, g.dilationW()),
                end(left, g.dilationW(), g.kernelW(), g.inputW()));
    }

    /** The first tap at or behind position 0. */
    private static int first(int start, int dilation) {
        return start >= 0 ? 0 : Math.ceilDiv(-start, dilation);
    }

    /** The tap behind the last one before position {@code length}. */
    private static int end(int start, int dilation, int kernel, int length) {
        return Math.clamp(Math.ceilDiv(length - start, dilation), 0, kernel);
    }

    /** Index of the first channel of the input pixel under tap (ky, kx) of output pixel (y, x) of image {@code n}. */
    static int pixel(WindowGeometry g, int n, int y, int x, int ky, int kx) {
        int inY = y * g.strideH() - g.padTop() + ky * g.dilationH();
        int inX = x * g.strideW() - g.padLeft() + kx * g.dilationW();
        return ((n * g.inputH() + inY) * g.inputW() + inX) * g.inputC();
    }

    int count() {
        return Math.max(endY - firstY, 0) * Math.max(endX - firstX, 0);
    }
}
