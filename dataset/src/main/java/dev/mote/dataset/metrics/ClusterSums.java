package dev.mote.dataset.metrics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Sums over groups of samples that are not independent of each other, as the windows of one bout of an activity are: what the groups
 * differ by tells how sure a mean is. Source: W. G. Cochran, "Sampling Techniques", 1977, section 6.3 (ratio estimate).
 *
 * @param clusters groups that have samples
 * @param samples in all groups: sum of n
 * @param total sum of y, where y of a group is the sum of its samples' values
 * @param samplesSquared sum of n^2
 * @param totalSquared sum of y^2
 * @param product sum of n y
 */
public record ClusterSums(
        long clusters, long samples, long total, double samplesSquared, double totalSquared, double product) {
    public static final ClusterSums NONE = new ClusterSums(0, 0, 0, 0, 0, 0);
    private static final double UPPER = 0.975;

    /** With one group more. */
    public ClusterSums with(long groupSamples, long groupTotal) {
        if (groupSamples == 0) {
            return this;
        }
        return new ClusterSums(
                clusters + 1,
                samples + groupSamples,
                total + groupTotal,
                samplesSquared + (double) groupSamples * groupSamples,
                totalSquared + (double) groupTotal * groupTotal,
                product + (double) groupSamples * groupTotal);
    }

    public ClusterSums plus(ClusterSums other) {
        return new ClusterSums(
                clusters + other.clusters,
                samples + other.samples,
                total + other.total,
                samplesSquared + other.samplesSquared,
                totalSquared + other.totalSquared,
                product + other.product);
    }

    /** NaN without samples. */
    public double mean() {
        return samples == 0 ? Double.NaN : (double) total / samples;
    }

    private double variance() {
        double mean = mean();
        double squares = totalSquared - 2 * mean * product + mean * mean * samplesSquared;
        return Math.max(0, squares) * clusters / (clusters - 1) / ((double) samples * samples);
    }

    /** Of the mean, by Student's t; from the least to the largest value of a sample, -1 to 1, if there is one group only. */
    public Interval meanInterval() {
        if (clusters < 2) {
            return new Interval(-1, 1);
        }
        double margin = quantile() * Math.sqrt(variance());
        return new Interval(Math.max(-1, mean() - margin), Math.min(1, mean() + margin));
    }

    /**
     * Of the mean where each sample is 0 or 1: Wilson's score over as many samples as are worth the groups.
     * Source: C. Franco, R. J. A. Little, T. A. Louis, E. V. Slud, "Comparative study of confidence intervals for proportions in
     * complex sample surveys", 2019.
     */
    public Interval shareInterval() {
        if (clusters < 2) {
            return new Interval(0, 1);
        }
        double share = mean();
        double variance = variance();
        double worth = variance == 0 || share == 0 || share == 1 ? clusters : share * (1 - share) / variance;
        double trials = Math.min(worth, samples);
        double z = quantile();
        double middle = (share + z * z / (2 * trials)) / (1 + z * z / trials);
        double margin =
                z / (1 + z * z / trials) * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
        return new Interval(Math.max(0, middle - margin), Math.min(1, middle + margin));
    }

    private double quantile() {
        return TDistribution.of(clusters - 1).inverseCumulativeProbability(UPPER);
    }
}
