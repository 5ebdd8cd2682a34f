package dev.mote.model.graph;

import java.util.stream.IntStream;

/**
 * Which pixels of an axis an image is made of when it is resized. Source: docs/arithmetic.md, section 14.
 */
public final class Resampling {
    /** Bits behind the point of a position between two pixels. */
    public static final int FRACTION_BITS = 10;

    private static final int ONE = 1 << FRACTION_BITS;

    /** As the schema names them. */
    public record Flags(boolean alignCorners, boolean halfPixelCenters) {}

    private Resampling() {}

    /** The pixel for each of {@code out}, all in float32 as the reference computes them. */
    public static int[] nearest(int in, int out, Flags flags) {
        float scale = flags.alignCorners() && out > 1 ? (in - 1) / (float) (out - 1) : in / (float) out;
        float offset = flags.halfPixelCenters() ? 0.5f : 0;
        return IntStream.range(0, out)
                .map(i -> {
                    float position = (i + offset) * scale;
                    double whole = flags.alignCorners() ? Math.floor(position + 0.5) : Math.floor(position);
                    return Math.min((int) whole, in - 1);
                })
                .toArray();
    }

    /** Pixels of the input that lie between two of the output, with {@link #FRACTION_BITS}. */
    public static int fixedScale(int in, int out, Flags flags) {
        boolean aligned = flags.alignCorners() && out > 1;
        int distance = aligned ? in - 1 : in;
        int steps = aligned ? out - 1 : out;
        return (ONE * distance + steps / 2) / steps;
    }

    /** Where output pixel {@code i} lies in the input, with {@link #FRACTION_BITS}; may be up to half a pixel before the first. */
    public static int fixedPosition(int i, int scale, boolean halfPixelCenters) {
        return i * scale + (halfPixelCenters ? scale / 2 - ONE / 2 : 0);
    }

    /** The first of the two pixels between which each of {@code out} lies, for {@link #fixedPosition}. */
    static int[] lowerPixels(int in, int out, Flags flags) {
        int scale = fixedScale(in, out, flags);
        return IntStream.range(0, out)
                .map(i -> Math.max(fixedPosition(i, scale, flags.halfPixelCenters()) / ONE, 0))
                .toArray();
    }

    /** As {@link #fixedScale}, in float32. */
    public static float floatScale(int in, int out, Flags flags) {
        boolean aligned = flags.alignCorners() && out > 1;
        return aligned ? (float) (in - 1) / (out - 1) : (float) in / out;
    }
}
