package dev.mote.model.interpreter;

import dev.mote.model.lowered.WindowGeometry;

/** The part of a pooling window that lies inside the input: rows [top, bottom), columns [left, right). */
record PoolWindow(int top, int bottom, int left, int right) {

    /** Of output pixel (y, x). */
    static PoolWindow at(WindowGeometry g, int y, int x) {
        int top = y * g.strideH() - g.padTop();
        int left = x * g.strideW() - g.padLeft();
        return new PoolWindow(
                Math.max(top, 0),
                Math.min(top + g.kernelH(), g.inputH()),
                Math.max(left, 0),
                Math.min(left + g.kernelW(), g.inputW()));
    }

    int count() {
        return (bottom - top) * (right - left);
    }
}
