package dev.mote.dataset.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How often each class was taken for each, and the scores that follow from that.
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
            List<Integer> own = counts.get(truth);
            List<Integer> added = other.counts.get(truth);
            sums.add(classes().mapToObj(c -> own.get(c) + added.get(c)).toList());
        }
        return new ConfusionMatrix(labels, sums);
    }

    /** All samples. */
    public int total() {
        return classes().map(this::support).sum();
    }

    /** Samples on the diagonal. */
    public int right() {
        return classes().map(this::hits).sum();
    }

    /** Share of samples on the diagonal; NaN without samples. */
    public double accuracy() {
        return (double) right() / total();
    }

    /** Samples that are class {@code c}. */
    public int support(int c) {
        return counts.get(c).stream().mapToInt(Integer::intValue).sum();
    }

    /** Of what was predicted as class {@code c}, the share that is; 0 where it never was predicted. */
    public double precision(int c) {
        return ratio(hits(c), predictions(c));
    }

    /** Of what is class {@code c}, the share that was found, also called sensitivity; 0 where there is none. */
    public double recall(int c) {
        return ratio(hits(c), support(c));
    }

    /** Of what is not class {@code c}, the share that was not taken for it; NaN where everything is. */
    public double specificity(int c) {
        return (double) rejections(c) / (total() - support(c));
    }

    /** Of what was not taken for class {@code c}, the share that is not; NaN where everything was. */
    public double negativePredictiveValue(int c) {
        return (double) rejections(c) / (total() - predictions(c));
    }

    /** Harmonic mean of precision and recall. */
    public double f1(int c) {
        return ratio(2 * hits(c), support(c) + predictions(c));
    }

    /** Mean over all classes that occur in truth or prediction, each with the same weight. */
    public double macroPrecision() {
        return macro(this::precision);
    }

    /** As {@link #macroPrecision}. */
    public double macroRecall() {
        return macro(this::recall);
    }

    /** As {@link #macroPrecision}. */
    public double macroF1() {
        return macro(this::f1);
    }

    /** Mean over the classes, each with the weight of its samples. */
    public double weightedPrecision() {
        return weighted(this::precision);
    }

    /** As {@link #weightedPrecision}. The weighted recall is the accuracy. */
    public double weightedF1() {
        return weighted(this::f1);
    }

    /** Mean recall of the classes that have samples: the accuracy if all classes were equally frequent. */
    public double balancedAccuracy() {
        return classes()
                .filter(c -> support(c) > 0)
                .mapToDouble(this::recall)
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Matthews' correlation of truth and prediction: 1 all right, 0 no better than guessing; 0 where one of them never changes.
     * Source: J. Gorodkin, "Comparing two K-category assignments by a K-category correlation coefficient", 2004.
     */
    public double matthewsCorrelation() {
        double all = total();
        double truthSpread = all * all - sum(c -> (double) support(c) * support(c));
        double predictedSpread = all * all - sum(c -> (double) predictions(c) * predictions(c));
        if (truthSpread == 0 || predictedSpread == 0) {
            return 0;
        }
        return (right() * all - sum(c -> (double) support(c) * predictions(c)))
                / Math.sqrt(truthSpread * predictedSpread);
    }

    /** Cohen's kappa: agreement beyond that of chance, as a share of what is possible; 0 where nothing beyond chance is possible. */
    public double kappa() {
        double all = total();
        double chance = sum(c -> support(c) / all * (predictions(c) / all));
        return chance == 1 ? 0 : (accuracy() - chance) / (1 - chance);
    }

    private IntStream classes() {
        return IntStream.range(0, labels.size());
    }

    private int hits(int c) {
        return counts.get(c).get(c);
    }

    private int predictions(int c) {
        return counts.stream().mapToInt(row -> row.get(c)).sum();
    }

    /** Neither class {@code c} nor taken for it. */
    private int rejections(int c) {
        return total() - support(c) - predictions(c) + hits(c);
    }

    private double macro(IntToDoubleFunction score) {
        return classes()
                .filter(c -> support(c) + predictions(c) > 0)
                .mapToDouble(score)
                .average()
                .orElse(Double.NaN);
    }

    private double weighted(IntToDoubleFunction score) {
        return sum(c -> support(c) * score.applyAsDouble(c)) / total();
    }

    private double sum(IntToDoubleFunction term) {
        return classes().mapToDouble(term).sum();
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
