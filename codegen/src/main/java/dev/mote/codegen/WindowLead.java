package dev.mote.codegen;

import dev.mote.model.lowered.WindowGeometry;

/** By how many elements the output of a sliding window runs ahead of its input. */
final class WindowLead {
    private WindowLead() {}

    /**
     * Most elements that are written before some element at a lower place is read for the last time.
     *
     * @param ahead elements written, from the first of a pixel on, before its window is read for the last time
     */
    static long elements(WindowGeometry g, int ahead) {
        long size = (long) g.outputPixels() * g.outputC();
        long lead = -(long) g.inputPixels() * g.inputC();
        long pixel = 0;
        for (int n = 0; n < g.batches(); n++) {
            for (int y = 0; y < g.outputH(); y++) {
                int row = firstInside(y * g.strideH() - g.padTop(), g.dilationH(), g.kernelH(), g.inputH());
                for (int x = 0; x < g.outputW(); x++, pixel++) {
                    int column = firstInside(x * g.strideW() - g.padLeft(), g.dilationW(), g.kernelW(), g.inputW());
                    if (row >= 0 && column >= 0) {
                        long read = (((long) n * g.inputH() + row) * g.inputW() + column) * g.inputC();
                        long written = Math.min(size, pixel * g.outputC() + ahead);
                        lead = Math.max(lead, written - read);
                    }
                }
            }
        }
        return lead;
    }

    /** Lowest row, or column, of a window that lies inside the input; -1 if none does. */
    private static int firstInside(int origin, int dilation, int kernel, int size) {
        int first = origin >= 0 ? origin : origin + Math.ceilDiv(-origin, dilation) * dilation;
        return first < size && first <= origin + (kernel - 1) * dilation ? first : -1;
    }
}
