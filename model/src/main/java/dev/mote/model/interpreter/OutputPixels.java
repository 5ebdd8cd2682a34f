package dev.mote.model.interpreter;

import dev.mote.model.lowered.WindowGeometry;

/** Walks over the output of a window that slides, in the order in which it lies in memory. */
final class OutputPixels {
    private OutputPixels() {}

    interface Visitor {
        /**
         * Output pixel (y, x) of image {@code n}.
         *
         * @param taps those of its window that lie inside the input
         * @param index of its first channel in the output
         */
        void pixel(int n, int y, int x, Taps taps, int index);
    }

    static void forEach(WindowGeometry g, Visitor visitor) {
        int index = 0;
        for (int n = 0; n < g.batches(); n++) {
            for (int y = 0; y < g.outputH(); y++) {
                for (int x = 0; x < g.outputW(); x++) {
                    visitor.pixel(n, y, x, Taps.at(g, y, x), index);
                    index += g.outputC();
                }
            }
        }
    }
}
