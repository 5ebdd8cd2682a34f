package dev.mote.dataset.metrics;

import java.util.List;
import java.util.stream.IntStream;

/** Predicted values against true ones, target by target. */
public record Regression(List<Target> targets) {
    /**
     * @param meanSquaredError in the square of the target's unit
     * @param meanAbsoluteError in the target's unit
     * @param rootMeanSquaredError in the target's unit
     * @param r2 share of the target's variance that is explained: 1 is best, 0 as good as always answering the mean; NaN if the target
     *     never changes
     * @param largestError of any sample, in the target's unit
     */
    public record Target(
            String name,
            double meanSquaredError,
            double meanAbsoluteError,
            double rootMeanSquaredError,
            double r2,
            double largestError) {}

    public Regression {
        targets = List.copyOf(targets);
    }

    /**
     * @param names one a target
     * @param truth one array a sample, a value a target; {@code predicted} likewise
     */
    public static Regression of(List<String> names, List<float[]> truth, List<float[]> predicted) {
        return new Regression(IntStream.range(0, names.size())
                .mapToObj(target -> target(names.get(target), column(truth, target), column(predicted, target)))
                .toList());
    }

    /** Predicted less true values of one target, in 8 to 40 bins: twice the cube root of the samples, the rule of Rice University. */
    public static Histogram residuals(List<float[]> truth, List<float[]> predicted, int target) {
        int bins = (int) Math.clamp(Math.ceil(2 * Math.cbrt(truth.size())), 8, 40);
        float[] residuals = new float[truth.size()];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = predicted.get(i)[target] - truth.get(i)[target];
        }
        return Histogram.of(residuals, bins).withZeros();
    }

    /** Mean over the targets: the loss of the training. */
    public double meanSquaredError() {
        return targets.stream().mapToDouble(Target::meanSquaredError).average().orElse(Double.NaN);
    }

    /** Mean over the targets. */
    public double meanAbsoluteError() {
        return targets.stream().mapToDouble(Target::meanAbsoluteError).average().orElse(Double.NaN);
    }

    /** Mean over the targets. */
    public double r2() {
        return targets.stream().mapToDouble(Target::r2).average().orElse(Double.NaN);
    }

    private static Target target(String name, double[] truth, double[] predicted) {
        double mean = IntStream.range(0, truth.length)
                .mapToDouble(i -> truth[i])
                .average()
                .orElse(Double.NaN);
        double squares = 0;
        double absolute = 0;
        double spread = 0;
        double largest = 0;
        for (int i = 0; i < truth.length; i++) {
            double error = predicted[i] - truth[i];
            squares += error * error;
            absolute += Math.abs(error);
            spread += (truth[i] - mean) * (truth[i] - mean);
            largest = Math.max(largest, Math.abs(error));
        }
        double meanSquared = squares / truth.length;
        double r2 = spread == 0 ? Double.NaN : 1 - squares / spread;
        return new Target(name, meanSquared, absolute / truth.length, Math.sqrt(meanSquared), r2, largest);
    }

    private static double[] column(List<float[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }
}
