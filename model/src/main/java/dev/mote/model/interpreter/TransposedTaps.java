package dev.mote.model.interpreter;

import dev.mote.model.lowered.WindowGeometry;

/** The taps through which input pixels add to an output pixel of a transposed convolution, in the order of the input pixels. */
final class TransposedTaps {
    private TransposedTaps() {}

    interface Visitor {
        /** @param pixel index of the first channel of the input pixel
         *  @param tap position in the kernel, row by row */
        void tap(int pixel, int tap);
    }

    /** Of output pixel (y, x) of image {@code n}. */
    static void forEach(WindowGeometry g, int n, int y, int x, Visitor visitor) {
        int top = y + g.padTop();
        int left = x + g.padLeft();
        for (int inY = first(top, g.kernelH(), g.strideH()); inY <= last(top, g.strideH(), g.inputH()); inY++) {
            int ky = top - inY * g.strideH();
            for (int inX = first(left, g.kernelW(), g.strideW()); inX <= last(left, g.strideW(), g.inputW()); inX++) {
                int kx = left - inX * g.strideW();
                visitor.tap(((n * g.inputH() + inY) * g.inputW() + inX) * g.inputC(), ky * g.kernelW() + kx);
            }
        }
    }

    /** The first input position whose window reaches {@code position}. */
    private static int first(int position, int kernel, int stride) {
        return Math.max(Math.ceilDiv(position - kernel + 1, stride), 0);
    }

    private static int last(int position, int stride, int length) {
        return Math.min(position / stride, length - 1);
    }
}
