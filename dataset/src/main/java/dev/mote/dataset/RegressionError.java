package dev.mote.dataset;

import java.util.List;

/**
 * How far predicted numbers are off, over all samples and all their targets.
 *
 * @param meanSquaredError in the square of the targets' unit
 * @param meanAbsoluteError in the unit of the targets
 * @param r2 share of the targets' variance that is predicted: 1 for no error, 0 for no better than their mean; NaN if they are all the same
 */
public record RegressionError(double meanSquaredError, double meanAbsoluteError, double r2) {

    /** @param outputs one array a sample, as many values as a sample has targets */
    public static RegressionError of(Samples samples, List<float[]> outputs) {
        int width = samples.targetWidth();
        double squares = 0;
        double absolutes = 0;
        for (int i = 0; i < samples.count(); i++) {
            float[] targets = samples.targets(i);
            for (int k = 0; k < width; k++) {
                double error = (double) outputs.get(i)[k] - targets[k];
                squares += error * error;
                absolutes += Math.abs(error);
            }
        }
        double count = (double) samples.count() * width;
        double spread = spread(samples);
        return new RegressionError(squares / count, absolutes / count, spread == 0 ? Double.NaN : 1 - squares / spread);
    }

    /** Sum of the squared distances of each target from its mean. */
    private static double spread(Samples samples) {
        double sum = 0;
        for (int k = 0; k < samples.targetWidth(); k++) {
            double mean = 0;
            for (int i = 0; i < samples.count(); i++) {
                mean += samples.targets(i)[k] / samples.count();
            }
            for (int i = 0; i < samples.count(); i++) {
                double distance = samples.targets(i)[k] - mean;
                sum += distance * distance;
            }
        }
        return sum;
    }

    /** From the smallest to the largest target of {@code samples}. */
    public static double range(Samples samples) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.count(); i++) {
            for (float target : samples.targets(i)) {
                min = Math.min(min, target);
                max = Math.max(max, target);
            }
        }
        return max - min;
    }
}
