package dev.mote.model.interpreter.vector;

import java.util.ArrayList;
import java.util.List;

/**
 * The weights of one or two vectors of output channels over one part of the window.
 *
 * @param runs what they multiply
 * @param weights [values of the runs][vectors][lanes]
 * @param first channel of the first vector
 * @param second channel of the second vector; the first's where there is no second
 * @param plane index of the part's first sum
 */
record FilterBlock(WindowRuns runs, float[] weights, int first, int second, int plane) {

    boolean isPair() {
        return second != first;
    }

    /**
     * All channels of one part of the window. The last vector ends with the last channel: it overlaps the one before, with the same
     * values. Only where there are fewer channels than lanes does it hold zeros behind them.
     *
     * @param filters int8 [channels, filterSize]
     */
    static List<FilterBlock> of(WindowRuns runs, byte[] filters, int filterSize, int plane) {
        int channels = filters.length / filterSize;
        List<FilterBlock> blocks = new ArrayList<>();
        int[] starts = laneStarts(channels);
        for (int i = 0; i < starts.length; i += 2) {
            int[] pair = i + 1 < starts.length ? new int[] {starts[i], starts[i + 1]} : new int[] {starts[i]};
            float[] weights = pack(runs, filters, filterSize, pair);
            blocks.add(new FilterBlock(runs, weights, pair[0], pair[pair.length - 1], plane));
        }
        return blocks;
    }

    /** The first channel of each vector that covers {@code channels} channels. */
    static int[] laneStarts(int channels) {
        int[] starts = new int[Math.ceilDiv(channels, Lanes.COUNT)];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Math.max(Math.min(i * Lanes.COUNT, channels - Lanes.COUNT), 0);
        }
        return starts;
    }

    private static float[] pack(WindowRuns runs, byte[] filters, int filterSize, int[] starts) {
        int channels = filters.length / filterSize;
        int count = runs.count();
        float[] packed = new float[count * starts.length * Lanes.COUNT];
        int to = 0;
        for (int k = 0; k < count; k++) {
            for (int start : starts) {
                for (int lane = 0; lane < Lanes.COUNT; lane++, to++) {
                    int channel = start + lane;
                    packed[to] = channel < channels ? filters[channel * filterSize + runs.filterStart() + k] : 0;
                }
            }
        }
        return packed;
    }
}
