package dev.mote.quantizer;

/**
 * Searches the range whose int8 values tell most about the values seen: the Kullback-Leibler divergence between the histogram, clipped
 * to the range, and the same histogram at a resolution of 256 levels is least. Source: Migacz, 8-bit inference with TensorRT, 2017; here
 * with 256 levels over a range with two ends, cut off at the same distance from 0. Exact zeros do not count, as every range keeps them.
 * What is clipped counts in full: the levels are not scaled up to make up for it, which would clip even more.
 * Few values keep the whole range: there the counts of neighbouring bins differ by chance, and the search would clip to escape that.
 */
final class LeastDivergence {
    private static final int LEVELS = 256;
    /** Distances from 0 that are tried, as parts of the greatest. */
    private static final int CANDIDATES = 128;

    /** For each bin of the histogram. */
    private static final int ENOUGH_VALUES = 64;

    private final Histogram histogram;

    LeastDivergence(Histogram histogram) {
        this.histogram = histogram;
    }

    Range range() {
        Range seen = new Range(histogram.min(), histogram.max());
        if (values() < (long) ENOUGH_VALUES * histogram.bins()) {
            return seen;
        }
        double reach = Math.max(-seen.min(), seen.max());
        Range best = seen;
        double least = Double.POSITIVE_INFINITY;
        for (int part = CANDIDATES; part > CANDIDATES / 16; part--) {
            double end = reach * part / CANDIDATES;
            Range candidate = seen.intersection(new Range(-end, end));
            double divergence = divergence(candidate);
            if (divergence < least) {
                least = divergence;
                best = candidate;
            }
        }
        return best;
    }

    private long values() {
        long values = 0;
        for (int bin = 0; bin < histogram.bins(); bin++) {
            values += histogram.count(bin);
        }
        return values;
    }

    private double divergence(Range range) {
        int first = bin(range.min());
        int end = Math.max(bin(range.max()), first + 1);
        double[] clipped = clipped(first, end);
        double total = 0;
        for (double count : clipped) {
            total += count;
        }
        if (total == 0) {
            return 0;
        }
        double divergence = 0;
        for (int level = 0; level < LEVELS; level++) {
            int from = (int) ((long) level * clipped.length / LEVELS);
            int to = (int) ((long) (level + 1) * clipped.length / LEVELS);
            divergence += ofLevel(clipped, first, from, to);
        }
        return divergence / total;
    }

    /**
     * The part of one level, bins {@code from} to {@code to}. What was seen inside the range spreads evenly over the level's bins that hold
     * anything; what was clipped counts in the first and the last bin of the range, and only on the side of the float values.
     */
    private double ofLevel(double[] clipped, int first, int from, int to) {
        double inside = 0;
        int filled = 0;
        for (int i = from; i < to; i++) {
            inside += histogram.count(first + i);
            filled += clipped[i] > 0 ? 1 : 0;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            if (clipped[i] > 0) {
                // A bin of clipped values alone has no counterpart: the smallest count stands for it.
                sum += clipped[i] * StrictMath.log(clipped[i] / Math.max(inside / filled, 1e-3));
            }
        }
        return sum;
    }

    /** Counts of the bins from {@code first} to {@code end}, with all beyond in the first and the last. */
    private double[] clipped(int first, int end) {
        double[] counts = new double[end - first];
        for (int bin = 0; bin < histogram.bins(); bin++) {
            counts[Math.clamp(bin - first, 0, counts.length - 1)] += histogram.count(bin);
        }
        return counts;
    }

    private int bin(double value) {
        double width = (histogram.max() - histogram.min()) / histogram.bins();
        return width > 0 ? Math.clamp(Math.round((value - histogram.min()) / width), 0, histogram.bins()) : 0;
    }
}
