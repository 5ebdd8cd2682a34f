package dev.mote.device.compare;

import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.Regression;
import dev.mote.dataset.metrics.Scores;
import dev.mote.model.graph.Quantity;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * A float model that predicts numbers, and its int8 form, over the same samples.
 *
 * @param meanDifference mean distance of the two models' outputs, in the unit of the targets
 * @param largestDifference of any output
 * @param range from the smallest to the largest target
 */
public record NumberComparison(
        Regression floatError, Regression int8Error, double meanDifference, double largestDifference, double range) {

    /** @param targets of the data set */
    public static NumberComparison of(List<Quantity> targets, Samples samples, Scores floatScores, Scores int8Scores) {
        List<String> names = targets.stream().map(Quantity::name).toList();
        DoubleSummaryStatistics differences = new DoubleSummaryStatistics();
        DoubleSummaryStatistics truth = new DoubleSummaryStatistics();
        for (int i = 0; i < samples.count(); i++) {
            float[] real = floatScores.outputs().get(i);
            float[] quantized = int8Scores.outputs().get(i);
            for (int k = 0; k < real.length; k++) {
                differences.accept(Math.abs((double) real[k] - quantized[k]));
                truth.accept(samples.targets(i)[k]);
            }
        }
        return new NumberComparison(
                Regression.of(names, samples.targets(), floatScores.outputs()),
                Regression.of(names, samples.targets(), int8Scores.outputs()),
                differences.getAverage(),
                differences.getMax(),
                truth.getMax() - truth.getMin());
    }

    /** By how much the mean absolute error grows, as a share of the targets' range; 0 where they are all the same. */
    public double lossShare() {
        return range == 0 ? 0 : (int8Error.meanAbsoluteError() - floatError.meanAbsoluteError()) / range;
    }
}
