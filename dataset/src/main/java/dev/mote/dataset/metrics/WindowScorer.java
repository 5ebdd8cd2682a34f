package dev.mote.dataset.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Holds the answers for the windows of a stream against the labels of their samples, while both come in. */
public final class WindowScorer {
    private final int classes;
    /** Labels of the last samples, a window long, in a ring; and how often each occurs, -2 first. */
    private final int[] labels;

    private final int[] counts;
    private final long[][] confusion;
    private long samples;
    private int newest = EventScorer.NO_LABEL;
    private ClusterSums all = ClusterSums.NONE;
    private long clusterSamples;
    private long clusterRight;
    private boolean labelChanged;
    private long windows;
    private long mixed;
    private long mixedRight;
    private long smoothedRight;

    public WindowScorer(int classes, int windowLength) {
        this.classes = classes;
        this.labels = new int[windowLength];
        this.counts = new int[classes + 2];
        this.confusion = new long[classes][classes];
    }

    /** The label of the next sample. @param label a class; -1 if unknown; -2 if none of the classes */
    public void sample(int label) {
        int place = (int) (samples % labels.length);
        if (samples >= labels.length) {
            counts[labels[place] + 2]--;
        }
        labels[place] = label;
        counts[label + 2]++;
        samples++;
        labelChanged |= label != newest;
        newest = label;
    }

    /** The last samples were a window. @param smoothed label of the stream after it, -1 for none. @return its truth */
    public int window(int answer, int smoothed) {
        windows++;
        int truth = truth();
        if (labelChanged) {
            endCluster();
            labelChanged = false;
        }
        if (truth < 0) {
            return truth;
        }
        boolean pure = counts[truth + 2] == labels.length;
        clusterSamples++;
        clusterRight += answer == truth ? 1 : 0;
        smoothedRight += smoothed == truth ? 1 : 0;
        mixed += pure ? 0 : 1;
        mixedRight += !pure && answer == truth ? 1 : 0;
        confusion[truth][answer]++;
        return truth;
    }

    /** The label of most samples; of equals the newest sample's, else the first class. */
    private int truth() {
        int best = newest;
        for (int label = -2; label < classes; label++) {
            best = counts[label + 2] > counts[best + 2] ? label : best;
        }
        return best;
    }

    private void endCluster() {
        all = all.with(clusterSamples, clusterRight);
        clusterSamples = 0;
        clusterRight = 0;
    }

    /** The recording ends, or is interrupted. */
    public void endStretch() {
        endCluster();
        Arrays.fill(counts, 0);
        samples = 0;
        newest = EventScorer.NO_LABEL;
    }

    /** Of all stretches that have ended. */
    public WindowScores scores() {
        List<List<Long>> rows = new ArrayList<>();
        for (long[] row : confusion) {
            rows.add(LongStream.of(row).boxed().toList());
        }
        return new WindowScores(windows, all, mixed, mixedRight, smoothedRight, rows);
    }
}
