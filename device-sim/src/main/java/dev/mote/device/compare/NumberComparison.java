package dev.mote.device.compare;

import dev.mote.dataset.RegressionError;
import dev.mote.dataset.Samples;

/**
 * A float model that predicts numbers, and its int8 form, over the same samples.
 *
 * @param meanDifference mean distance of the two models' outputs, in the unit of the targets
 * @param largestDifference of any output
 * @param range from the smallest to the largest target
 */
public record NumberComparison(
        RegressionError floatError,
        RegressionError int8Error,
        double meanDifference,
        double largestDifference,
        double range) {

    public static NumberComparison of(Samples samples, Scores floatScores, Scores int8Scores) {
        double sum = 0;
        double largest = 0;
        for (int i = 0; i < samples.count(); i++) {
            float[] real = floatScores.outputs().get(i);
            float[] quantized = int8Scores.outputs().get(i);
            for (int k = 0; k < real.length; k++) {
                double difference = Math.abs((double) real[k] - quantized[k]);
                sum += difference;
                largest = Math.max(largest, difference);
            }
        }
        return new NumberComparison(
                RegressionError.of(samples, floatScores.outputs()),
                RegressionError.of(samples, int8Scores.outputs()),
                sum / ((double) samples.count() * samples.targetWidth()),
                largest,
                RegressionError.range(samples));
    }

    /** By how much the mean absolute error grows, as a share of the targets' range; 0 where they are all the same. */
    public double lossShare() {
        return range == 0 ? 0 : (int8Error.meanAbsoluteError() - floatError.meanAbsoluteError()) / range;
    }
}
