package dev.mote.codegen;

import dev.mote.model.lowered.WindowGeometry;
import java.util.Collections;
import java.util.List;

/**
 * How far the output of a kernel may lie over an operand that nobody reads again. While a kernel runs, what it has written runs ahead
 * of what it has still to read: the lead is the most bytes by which it does, both counted from the start of their tensors. The output
 * then begins at least so many bytes below the operand; a negative lead lets it begin above. Wherever it begins behind the end of the
 * operand they do not touch at all. Bytes that a kernel loads but does not use are not read.
 *
 * @param leads one an operand of the call; none where the output must not touch the operands
 * @param step the bytes by which the output begins below (or above) an operand that it touches are a multiple of it
 */
record Overlap(List<Integer> leads, int step) {
    static final Overlap NONE = new Overlap(List.of(), 1);

    Overlap {
        leads = List.copyOf(leads);
    }

    /**
     * Of a kernel that writes its output pixels in ascending order. A pixel's window is read for the last time when less than
     * {@code ahead} elements from that pixel on have been written, all channels alike: 0 where the window of a pixel, or channel by
     * channel its own, is read before anything of it is written; pixels * outC - 1 where an element at a time is made from a window
     * that is read again for the next, {@code pixels} windows together.
     *
     * @param elementBytes of input and output
     */
    static Overlap window(WindowGeometry g, int elementBytes, int ahead) {
        return of(WindowLead.elements(g, ahead), elementBytes);
    }

    /** As {@link #window}, of a kernel that makes rows of {@code outputs} from rows of {@code inputs} elements. */
    static Overlap rows(int rows, int inputs, int outputs, int elementBytes, int ahead) {
        WindowGeometry pixels = new WindowGeometry(rows, 1, 1, inputs, 1, 1, outputs, 1, 1, 1, 1, 1, 1, 0, 0);
        return window(pixels, elementBytes, ahead);
    }

    /**
     * Of a depthwise kernel that makes all of some channels after all of others, {@code rows} rows at a time, whose windows it reads before
     * it writes them: it touches no other channel if the output begins whole pixels from the input, so what matters is its own.
     */
    static Overlap channels(WindowGeometry g, int rows) {
        if (g.inputC() != g.outputC()) {
            return NONE;
        }
        long lead = -g.inputPixels();
        for (int n = 0; n < g.batches(); n++) {
            for (int y = 0; y < g.outputH(); y += rows) {
                int row = Math.max(0, y * g.strideH() - g.padTop());
                if (row < g.inputH() && n + y > 0) {
                    long written = ((long) n * g.outputH() + y) * g.outputW();
                    lead = Math.max(lead, written - ((long) n * g.inputH() + row) * g.inputW());
                }
            }
        }
        return new Overlap(List.of(Math.toIntExact(lead * g.inputC())), g.inputC());
    }

    /** Of a kernel that reads elements in ascending order, each before it writes the one that comes of it. */
    static Overlap elementwise(int operands, int elements, int inputBytes, int outputBytes) {
        long lead = Math.max(0L, (long) (elements - 1) * (outputBytes - inputBytes));
        return new Overlap(Collections.nCopies(operands, Math.toIntExact(lead)), 1);
    }

    private static Overlap of(long elements, int elementBytes) {
        return new Overlap(List.of(Math.toIntExact(elements * elementBytes)), 1);
    }
}
