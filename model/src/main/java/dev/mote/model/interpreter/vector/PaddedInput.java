package dev.mote.model.interpreter.vector;

import dev.mote.model.lowered.WindowGeometry;
import java.util.Arrays;

/**
 * An int8 input as floats, with a frame of zero points that holds every tap of every window. Channels may repeat, so that each output
 * channel of a depthwise layer has its own.
 */
final class PaddedInput {
    private final WindowGeometry g;
    private final int repeat;
    private final float zeroPoint;
    private final int height;
    private final int width;

    /** @param repeat copies of each channel, side by side */
    PaddedInput(WindowGeometry g, int repeat, int zeroPoint) {
        this.g = g;
        this.repeat = repeat;
        this.zeroPoint = zeroPoint;
        this.height = Math.toIntExact(height(g));
        this.width = Math.toIntExact(width(g));
    }

    /** Values without slack; may be more than an array can hold. */
    static double size(WindowGeometry g, int repeat) {
        return (double) g.batches() * height(g) * width(g) * g.inputC() * repeat;
    }

    private static long height(WindowGeometry g) {
        long window = (g.outputH() - 1L) * g.strideH() + (g.kernelH() - 1L) * g.dilationH() + 1;
        return Math.max(window, g.padTop() + g.inputH());
    }

    private static long width(WindowGeometry g) {
        long window = (g.outputW() - 1L) * g.strideW() + (g.kernelW() - 1L) * g.dilationW() + 1;
        return Math.max(window, g.padLeft() + g.inputW());
    }

    /** Values, and a vector of slack that a load behind the last pixel may touch. */
    int length() {
        return g.batches() * height * width * channels() + Lanes.COUNT;
    }

    int channels() {
        return g.inputC() * repeat;
    }

    /** From one row to the next. */
    int rowStride() {
        return width * channels();
    }

    /** For each output pixel, and then {@code extra} times for the first, the index of its window's first value. */
    int[] windows(int extra) {
        int[] windows = new int[g.outputPixels() + extra];
        int i = 0;
        for (int n = 0; n < g.batches(); n++) {
            for (int y = 0; y < g.outputH(); y++) {
                for (int x = 0; x < g.outputW(); x++) {
                    windows[i++] = (n * height + y * g.strideH()) * rowStride() + x * g.strideW() * channels();
                }
            }
        }
        return windows;
    }

    /** Writes all of {@code in} to {@code target}, which has {@link #length} values. */
    void fill(byte[] in, float[] target) {
        if (repeat == 1 && height == g.inputH() && width == g.inputW()) {
            widen(in, 0, target, 0, in.length);
            return;
        }
        int top = g.padTop() * rowStride();
        int below = top + g.inputH() * rowStride();
        int image = height * rowStride();
        for (int n = 0; n < g.batches(); n++) {
            int start = n * image;
            Arrays.fill(target, start, start + top, zeroPoint);
            for (int y = 0; y < g.inputH(); y++) {
                row(in, (n * g.inputH() + y) * g.inputW() * g.inputC(), target, start + top + y * rowStride());
            }
            Arrays.fill(target, start + below, start + image, zeroPoint);
        }
    }

    private void row(byte[] in, int from, float[] target, int to) {
        int left = to + g.padLeft() * channels();
        int length = g.inputW() * g.inputC();
        Arrays.fill(target, to, left, zeroPoint);
        if (repeat == 1) {
            widen(in, from, target, left, length);
        } else {
            for (int i = 0; i < length; i++) {
                Arrays.fill(target, left + i * repeat, left + (i + 1) * repeat, in[from + i]);
            }
        }
        Arrays.fill(target, left + length * repeat, to + rowStride(), zeroPoint);
    }

    /** A plain loop: the compiler turns it into vectors by itself. */
    private static void widen(byte[] in, int from, float[] target, int to, int length) {
        for (int i = 0; i < length; i++) {
            target[to + i] = in[from + i];
        }
    }
}
