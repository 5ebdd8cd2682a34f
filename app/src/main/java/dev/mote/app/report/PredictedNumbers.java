package dev.mote.app.report;

import dev.mote.dataset.metrics.Histogram;
import dev.mote.dataset.metrics.Regression;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One value that a model predicts, over the test split.
 *
 * @param unit of the value; may be empty
 * @param truth of each sample; {@code predicted} likewise
 * @param residuals predicted less true
 */
public record PredictedNumbers(
        String unit, Regression.Target scores, List<Float> truth, List<Float> predicted, Histogram residuals) {
    /** More points hide each other. */
    private static final int SHOWN_POINTS = 500;

    public PredictedNumbers {
        truth = List.copyOf(truth);
        predicted = List.copyOf(predicted);
    }

    public String name() {
        return scores.name();
    }

    /** As {@code price (thousand euro)}. */
    public String label() {
        return unit.isEmpty() ? name() : name() + " (" + unit + ")";
    }

    /** Of the samples that pictures show: every one, or each of a fixed distance. */
    public List<Integer> shown() {
        int step = Math.ceilDiv(truth.size(), SHOWN_POINTS);
        return IntStream.iterate(0, i -> i < truth.size(), i -> i + Math.max(1, step))
                .boxed()
                .toList();
    }
}
