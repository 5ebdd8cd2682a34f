package dev.mote.codegen;

import dev.mote.model.lowered.WindowGeometry;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How {@code mote_depthwise_conv2d_s8_dsp} walks over a layer: the fastest way that its scratch allows.
 *
 * @param window rows and columns are those of the planes
 * @param isTransposed whether those rows are the image's columns
 * @param planes channels that are copied together
 * @param band output rows at a time
 */
record DepthwisePlanes(WindowGeometry window, boolean isTransposed, int planes, int band) {
    /** Planes of which four pixels' bytes are copied at once. */
    private static final int TOGETHER = 4;

    /** @param scratchBytes not to be exceeded, if any way takes less */
    static DepthwisePlanes of(WindowGeometry g, int scratchBytes) {
        return Stream.of(false, true)
                .flatMap(transposed -> Stream.of(1, TOGETHER)
                        .filter(planes -> planes <= g.inputC())
                        .flatMap(planes -> ways(g, transposed, planes)))
                .min(Comparator.comparing((DepthwisePlanes way) -> Math.max(way.scratchBytes(), scratchBytes))
                        .thenComparing(DepthwisePlanes::instructions)
                        .thenComparing(DepthwisePlanes::scratchBytes))
                .orElseThrow();
    }

    private static Stream<DepthwisePlanes> ways(WindowGeometry g, boolean transposed, int planes) {
        WindowGeometry window = transposed ? transposed(g) : g;
        return IntStream.rangeClosed(1, window.outputH())
                .mapToObj(band -> new DepthwisePlanes(window, transposed, planes, band));
    }

    private static WindowGeometry transposed(WindowGeometry g) {
        return new WindowGeometry(
                g.batches(),
                g.inputW(),
                g.inputH(),
                g.inputC(),
                g.outputW(),
                g.outputH(),
                g.outputC(),
                g.kernelW(),
                g.kernelH(),
                g.strideW(),
                g.strideH(),
                g.dilationW(),
                g.dilationH(),
                g.padLeft(),
                g.padTop());
    }

    /** [channels, kernelH, kernelW] of the image to those of the planes. */
    int[] weights(int[] values) {
        if (!isTransposed) {
            return values;
        }
        int rows = window.kernelH();
        int columns = window.kernelW();
        int[] turned = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int tap = i % (rows * columns);
            turned[i] = values[i - tap + tap % columns * rows + tap / columns];
        }
        return turned;
    }

    /** Elements of a plane's row with its padding, an even number. */
    int pitch() {
        int reach = (window.outputW() - 1) * window.strideW() + window.kernelW();
        return even(Math.max(reach, window.padLeft() + window.inputW()));
    }

    /** As mote_dsp.h has it. */
    int scratchBytes() {
        int weights = planes * filters() * window.kernelH() * pairs();
        int sums = band * window.outputW() + 3;
        int elements = planes * rows() * pitch() + Math.max(0, reach() - pitch());
        return 4 * (weights + sums) + 2 * elements;
    }

    /**
     * A channel is written where no other is read, if the output begins whole pixels from the input. So what matters is its own rows: those
     * of a band are copied before anything of it is written.
     */
    Overlap overlap() {
        int inputBytes = window.inputPixels() * window.inputC();
        if (window.inputC() != window.outputC()) {
            return Overlap.NONE;
        }
        long lead = lead();
        if (!isTransposed || lead <= -window.inputPixels()) {
            return new Overlap(List.of(Math.toIntExact(lead * window.inputC())), window.inputC());
        }
        /* Columns of the image come one after the other only where both are the same. */
        boolean isSame = window.inputH() == window.outputH() && window.inputW() == window.outputW();
        return isSame && lead <= 0 ? new Overlap(List.of(0), inputBytes) : Overlap.NONE;
    }

    /** Most pixels of a channel, in the order of the planes, that are written before one at a lower place is copied. */
    private long lead() {
        int kept = Math.max(0, window.kernelH() - window.strideH());
        long lead = -window.inputPixels();
        for (int n = 0; n < window.batches(); n++) {
            for (int y = 0; y < window.outputH(); y += band) {
                int row = y == 0 ? 0 : Math.max(0, y * window.strideH() + kept - window.padTop());
                if (row < window.inputH() && n + y > 0) {
                    long written = ((long) n * window.outputH() + y) * window.outputW();
                    long read = ((long) n * window.inputH() + row) * window.inputW();
                    lead = Math.max(lead, written - read);
                }
            }
        }
        return lead;
    }

    /** Elements that are loaded from a row, those of windows behind the last output with them. */
    private int reach() {
        int outputs = window.outputW();
        if (isThree()) {
            return even(outputs) * window.strideW() + 2;
        }
        return window.strideW() == 1
                ? Math.ceilDiv(outputs, 4) * 4 + 2 * pairs()
                : (outputs - 1) * window.strideW() + 2 * pairs();
    }

    /** Of a band. */
    private int rows() {
        return (band - 1) * window.strideH() + window.kernelH();
    }

    private int filters() {
        return window.outputC() / window.inputC();
    }

    /** Of weights in a row of the window. */
    private int pairs() {
        return Math.ceilDiv(window.kernelW(), 2);
    }

    private boolean isThree() {
        return window.kernelH() == 3 && window.kernelW() == 3 && window.strideW() <= 2;
    }

    private static int even(int value) {
        return value + value % 2;
    }

    /** On a Cortex-M4, about: the inner loops counted, and what was measured around them. */
    double instructions() {
        return window.batches() * window.inputC() * ofChannel();
    }

    private double ofChannel() {
        int bands = Math.ceilDiv(window.outputH(), band);
        int kept = bands > 1 ? Math.max(0, window.kernelH() - window.strideH()) : 0;
        int copied = Math.min(window.inputH(), window.outputH() * window.strideH() + window.kernelH());
        double copies = copied * (planes == 1 ? 20 + 5.2 * window.inputW() : 6 + 1.9 * window.inputW());
        double moves = (bands - 1) * kept * (10 + pitch());
        double outputs = window.outputH() * (5.3 * window.outputW() + (isTransposed ? 14 : 0));
        double perBand = 80 + 150.0 / planes;
        double weights = 20 + 3.0 * window.kernelH() * window.kernelW();
        return copies + moves + filters() * (weights + window.outputH() * rowOfSums() + outputs + bands * perBand);
    }

    private double rowOfSums() {
        if (isThree()) {
            return 20 + Math.ceilDiv(window.outputW(), 2) * (window.strideW() == 1 ? 18.5 : 21.5);
        }
        int fours = Math.ceilDiv(window.outputW(), 4);
        return window.strideW() == 1
                ? 40 + fours * (17 + window.kernelH() * (8 + 9.0 * pairs()))
                : 50 + fours * (30 + window.kernelH() * (18 + 13.0 * pairs()));
    }
}
