package dev.mote.dataset.metrics;

import java.util.Optional;

/**
 * How far the answers can be believed as probabilities.
 *
 * @param logLoss mean of -ln of what the true class was given, at least {@value #LEAST}: 0 is best
 * @param brier mean of the squared distance from the truth over all classes, 0 to 2: 0 is best. Source: G. W. Brier, 1950
 * @param calibrationError mean distance of confidence and accuracy, over {@value #BINS} equal bins of confidence, weighted by samples.
 *     Source: Guo et al., "On calibration of modern neural networks", 2017
 */
public record ProbabilityScores(double logLoss, double brier, double calibrationError) {
    /** Keras clips there, too. */
    static final double LEAST = 1e-7;

    static final int BINS = 15;

    /** Rounding of float32. */
    private static final double ROUNDING = 1e-3;

    /** An int8 probability is off by half of 1/256 at most. */
    private static final double HALF_STEP = 1 / 512.0;

    /** Empty if an answer is no probability of each class: negative, above 1, or with a sum other than 1. */
    static Optional<ProbabilityScores> of(int classes, int[] truth, Scores scores) {
        if (truth.length == 0 || !scores.outputs().stream().allMatch(ProbabilityScores::areProbabilities)) {
            return Optional.empty();
        }
        double logLoss = 0;
        double brier = 0;
        double[] confidence = new double[BINS];
        int[] right = new int[BINS];
        for (int i = 0; i < truth.length; i++) {
            float[] output = scores.outputs().get(i);
            int predicted = Scores.predictedClass(output);
            logLoss -= Math.log(Math.clamp((double) Scores.score(output, truth[i]), LEAST, 1));
            brier += squaredDistance(output, classes, truth[i]);
            double sure = Scores.score(output, predicted);
            int bin = (int) Math.clamp(Math.ceil(sure * BINS) - 1, 0, BINS - 1);
            confidence[bin] += sure;
            right[bin] += predicted == truth[i] ? 1 : 0;
        }
        double distance = 0;
        for (int bin = 0; bin < BINS; bin++) {
            distance += Math.abs(confidence[bin] - right[bin]);
        }
        int n = truth.length;
        return Optional.of(new ProbabilityScores(logLoss / n, brier / n, distance / n));
    }

    private static boolean areProbabilities(float[] output) {
        double sum = 0;
        for (float value : output) {
            if (!(value >= -ROUNDING && value <= 1 + ROUNDING)) {
                return false;
            }
            sum += value;
        }
        return output.length == 1 || Math.abs(sum - 1) <= ROUNDING + output.length * HALF_STEP;
    }

    private static double squaredDistance(float[] output, int classes, int truth) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            double distance = Scores.score(output, c) - (c == truth ? 1 : 0);
            sum += distance * distance;
        }
        return sum;
    }
}
