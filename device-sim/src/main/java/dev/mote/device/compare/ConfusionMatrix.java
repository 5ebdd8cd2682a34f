package dev.mote.device.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each.
 *
 * @param counts counts.get(truth).get(predicted)
 */
public record ConfusionMatrix(List<String> labels, List<List<Integer>> counts) {
    public ConfusionMatrix {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** @param truth class index of each sample; {@code predicted} is as long */
    public static ConfusionMatrix of(List<String> labels, int[] truth, int[] predicted) {
        int[][] counts = new int[labels.size()][labels.size()];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]][predicted[i]]++;
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(IntStream.of(row).boxed().toList());
        }
        return new ConfusionMatrix(labels, rows);
    }

    /** The counts of other samples of the same classes added. */
    public ConfusionMatrix plus(ConfusionMatrix other) {
        List<List<Integer>> sums = new ArrayList<>();
        for (int truth = 0; truth < labels.size(); truth++) {
            int row = truth;
            sums.add(classes()
                    .mapToObj(
                            c -> counts.get(row).get(c) + other.counts.get(row).get(c))
                    .toList());
        }
        return new ConfusionMatrix(labels, sums);
    }

    /** All samples. */
    public int total() {
        return classes().map(this::truths).sum();
    }

    /** Share of samples on the diagonal; NaN without samples. */
    public double accuracy() {
        return (double) classes().map(this::hits).sum() / total();
    }

    /** Of what was predicted as class {@code c}, the share that is; 0 where it never was predicted. */
    public double precision(int c) {
        return ratio(hits(c), predictions(c));
    }

    /** Of what is class {@code c}, the share that was found; 0 where there is none. */
    public double recall(int c) {
        return ratio(hits(c), truths(c));
    }

    /** Harmonic mean of precision and recall. */
    public double f1(int c) {
        return ratio(2 * hits(c), truths(c) + predictions(c));
    }

    /** Mean of the F1 of all classes that occur in truth or prediction, each with the same weight. */
    public double macroF1() {
        return classes()
                .filter(c -> truths(c) + predictions(c) > 0)
                .mapToDouble(this::f1)
                .average()
                .orElse(Double.NaN);
    }

    private IntStream classes() {
        return IntStream.range(0, labels.size());
    }

    private int hits(int c) {
        return counts.get(c).get(c);
    }

    private int truths(int c) {
        return counts.get(c).stream().mapToInt(Integer::intValue).sum();
    }

    private int predictions(int c) {
        return counts.stream().mapToInt(row -> row.get(c)).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
