package dev.mote.dataset.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * How well the windows of a stream are told, each by itself. The truth of a window is the label of most of it.
 *
 * @param windows all of them
 * @param all those whose truth is a class; groups are the times of one label
 * @param mixed of these, those that are not of one label throughout
 * @param mixedRight of these, those that are told right
 * @param smoothedRight of all, those at whose end the label of the stream, after post-processing, is right
 * @param confusion how often [truth][answer]
 */
public record WindowScores(
        long windows, ClusterSums all, long mixed, long mixedRight, long smoothedRight, List<List<Long>> confusion) {
    public WindowScores {
        confusion = confusion.stream().map(List::copyOf).toList();
    }

    /** Windows whose truth is a class, those of a time of one label that has not ended yet included. */
    public long scored() {
        return confusion.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Of these, those that are told right. */
    public long right() {
        long right = 0;
        for (int label = 0; label < confusion.size(); label++) {
            right += confusion.get(label).get(label);
        }
        return right;
    }

    /** NaN if the truth of no window is known. */
    public double accuracy() {
        return all.mean();
    }

    /** Of windows of one label. */
    public double pureAccuracy() {
        long pure = all.samples() - mixed;
        return pure == 0 ? Double.NaN : (double) (all.total() - mixedRight) / pure;
    }

    /** Of windows across a transition. */
    public double mixedAccuracy() {
        return mixed == 0 ? Double.NaN : (double) mixedRight / mixed;
    }

    public double smoothedAccuracy() {
        return all.samples() == 0 ? Double.NaN : (double) smoothedRight / all.samples();
    }

    public WindowScores plus(WindowScores other) {
        List<List<Long>> sum = new ArrayList<>();
        for (int truth = 0; truth < confusion.size(); truth++) {
            List<Long> row = new ArrayList<>();
            for (int answer = 0; answer < confusion.size(); answer++) {
                row.add(confusion.get(truth).get(answer)
                        + other.confusion.get(truth).get(answer));
            }
            sum.add(row);
        }
        return new WindowScores(
                windows + other.windows,
                all.plus(other.all),
                mixed + other.mixed,
                mixedRight + other.mixedRight,
                smoothedRight + other.smoothedRight,
                sum);
    }
}
