package dev.mote.codegen;

import dev.mote.model.lowered.WindowGeometry;
import java.util.Comparator;
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

    /** Of an input channel on a Cortex-M4, about: how the inner loops count, and what was measured around them. */
    private double instructions() {
        int bands = Math.ceilDiv(window.outputH(), band);
        int kept = bands > 1 ? Math.max(0, window.kernelH() - window.strideH()) : 0;
        int copied = Math.min(window.inputH(), window.outputH() * window.strideH() + window.kernelH());
        double copies = copied * (planes == 1 ? 20 + 5.2 * window.inputW() : 6 + 1.9 * window.inputW());
        double moves = (bands - 1) * kept * (10 + pitch());
        double outputs = window.outputH() * (5.3 * window.outputW() + (isTransposed ? 14 : 0));
        double perBand = 80 + 150.0 / planes;
        return copies + moves + filters() * (window.outputH() * rowOfSums() + outputs + bands * perBand);
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
