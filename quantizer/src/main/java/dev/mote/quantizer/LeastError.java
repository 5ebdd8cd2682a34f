package dev.mote.quantizer;

/**
 * Searches the range whose int8 values have the least mean square error: rounding, taken as uniform (step^2 / 12 for each value inside,
 * none for exact zeros), and clipping, (value - end)^2 for each value outside. Both ends are tried at every hundredth of what was seen.
 */
final class LeastError {
    private static final int CANDIDATES = 100;

    private final Histogram histogram;
    /** Sums of 1, value and value^2 over the bins before an index. */
    private final double[] counts;

    private final double[] sums;
    private final double[] squares;

    LeastError(Histogram histogram) {
        this.histogram = histogram;
        int bins = histogram.bins();
        counts = new double[bins + 1];
        sums = new double[bins + 1];
        squares = new double[bins + 1];
        for (int bin = 0; bin < bins; bin++) {
            double value = histogram.centre(bin);
            double count = histogram.count(bin);
            counts[bin + 1] = counts[bin] + count;
            sums[bin + 1] = sums[bin] + count * value;
            squares[bin + 1] = squares[bin] + count * value * value;
        }
    }

    Range range() {
        Range seen = new Range(histogram.min(), histogram.max());
        Range best = seen;
        double least = error(seen);
        for (int low = seen.min() < 0 ? 0 : CANDIDATES; low <= CANDIDATES; low++) {
            for (int high = seen.max() > 0 ? 0 : CANDIDATES; high <= CANDIDATES; high++) {
                Range candidate = new Range(seen.min() * low / CANDIDATES, seen.max() * high / CANDIDATES);
                double error = error(candidate);
                if (error < least) {
                    least = error;
                    best = candidate;
                }
            }
        }
        return best;
    }

    private double error(Range range) {
        int low = binsBelow(range.min());
        int high = binsBelow(range.max());
        double step = range.scale();
        double rounding = (counts[high] - counts[low]) * step * step / 12;
        return rounding + clipping(0, low, range.min()) + clipping(high, histogram.bins(), range.max());
    }

    /** Sum of (value - end)^2 over the bins from {@code first} to {@code last} (exclusive). */
    private double clipping(int first, int last, double end) {
        double count = counts[last] - counts[first];
        double sum = sums[last] - sums[first];
        double square = squares[last] - squares[first];
        return Math.max(0, square - 2 * end * sum + end * end * count);
    }

    /** Bins whose centre is below {@code value}. */
    private int binsBelow(double value) {
        double width = (histogram.max() - histogram.min()) / histogram.bins();
        return width > 0
                ? Math.clamp((long) Math.ceil((value - histogram.min()) / width - 0.5), 0, histogram.bins())
                : 0;
    }
}
