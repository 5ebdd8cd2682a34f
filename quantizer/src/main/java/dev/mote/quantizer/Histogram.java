package dev.mote.quantizer;

/**
 * How often which values of a tensor were seen: equal bins from the least to the greatest value. Exact zeros are counted apart, for they
 * are the one value that quantization always keeps.
 */
final class Histogram {
    private static final int BINS = 4096;

    private final double min;
    private final double max;
    private final double width;
    private final long[] counts = new long[BINS];
    private long zeros;

    /** For values from {@code min} to {@code max}. */
    Histogram(double min, double max) {
        this.min = min;
        this.max = max;
        this.width = (max - min) / BINS;
    }

    void add(float[] values) {
        double binsPerUnit = width > 0 ? 1 / width : 0;
        for (float value : values) {
            if (value == 0) {
                zeros++;
            } else {
                counts[Math.clamp((int) ((value - min) * binsPerUnit), 0, BINS - 1)]++;
            }
        }
    }

    void add(Histogram other) {
        for (int bin = 0; bin < BINS; bin++) {
            counts[bin] += other.counts[bin];
        }
        zeros += other.zeros;
    }

    int bins() {
        return BINS;
    }

    /** Values in {@code bin}, zeros excepted. */
    long count(int bin) {
        return counts[bin];
    }

    long zeros() {
        return zeros;
    }

    /** The value in the middle of {@code bin}. */
    double centre(int bin) {
        return min + (bin + 0.5) * width;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }
}
