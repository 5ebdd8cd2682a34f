package dev.mote.quantizer;

/** Chooses the range of a tensor from the histogram of its values: {@code Histogram -> Range}. */
final class ChooseRange {
    private ChooseRange() {}

    /** @param percentile of {@link RangeMethod#PERCENTILE} */
    static Range choose(Histogram histogram, RangeMethod method, double percentile) {
        return switch (method) {
            case MIN_MAX -> new Range(histogram.min(), histogram.max());
            case PERCENTILE -> percentile(histogram, percentile);
            case MSE -> new LeastError(histogram).range();
            case ENTROPY -> new LeastDivergence(histogram).range();
            case SEARCH -> throw new IllegalArgumentException("a histogram does not tell the error of the output");
        };
    }

    /** Cuts off up to (100 - percentile) per cent at either end, in whole bins. Zeros count as values. */
    private static Range percentile(Histogram histogram, double percentile) {
        long total = histogram.zeros();
        for (int bin = 0; bin < histogram.bins(); bin++) {
            total += histogram.count(bin);
        }
        long allowed = (long) (total * (100 - percentile) / 100);
        int low = 0;
        long below = histogram.count(0);
        while (low < histogram.bins() - 1 && below <= allowed) {
            below += histogram.count(++low);
        }
        int high = histogram.bins() - 1;
        long above = histogram.count(high);
        while (high > 0 && above <= allowed) {
            above += histogram.count(--high);
        }
        double half = (histogram.max() - histogram.min()) / histogram.bins() / 2;
        return new Range(histogram.centre(low) - half, histogram.centre(high) + half);
    }
}
