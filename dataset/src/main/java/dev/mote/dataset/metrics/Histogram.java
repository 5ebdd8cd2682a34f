package dev.mote.dataset.metrics;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How often values fall into bins of equal width from {@code low} to {@code high}. Exact zeros are counted apart: after relu they
 * would hide everything else.
 *
 * @param counts one a bin, without zeros
 */
public record Histogram(double low, double high, List<Long> counts, long zeros) {
    public Histogram {
        counts = List.copyOf(counts);
    }

    /** Zeros included. */
    public long total() {
        return zeros + counts.stream().mapToLong(Long::longValue).sum();
    }

    /** The same values, with the zeros in the bin around 0. */
    public Histogram withZeros() {
        Counter all = new Counter(low, high, counts.size());
        int bin = all.bin(0);
        List<Long> sums = IntStream.range(0, counts.size())
                .mapToObj(i -> counts.get(i) + (i == bin ? zeros : 0))
                .toList();
        return new Histogram(low, high, sums, 0);
    }

    /** Counts values whose range is known. Not thread-safe. */
    public static final class Counter {
        private final double low;
        private final double high;
        private final long[] counts;
        private long zeros;

        /** @param high at least {@code low}; values beyond are counted in the outermost bins */
        public Counter(double low, double high, int bins) {
            // A bin of no width holds one value; widen it so that there is something to draw.
            double margin = high > low ? 0 : Math.max(Math.abs(low), 1) * 0.5;
            this.low = low - margin;
            this.high = high + margin;
            counts = new long[bins];
        }

        public void add(float value) {
            if (value == 0) {
                zeros++;
                return;
            }
            counts[bin(value)]++;
        }

        private int bin(double value) {
            int bin = (int) ((value - low) / (high - low) * counts.length);
            return Math.clamp(bin, 0, counts.length - 1);
        }

        public Histogram result() {
            return new Histogram(low, high, LongStream.of(counts).boxed().toList(), zeros);
        }
    }

    /** Of all {@code values}, from the least to the greatest. */
    public static Histogram of(float[] values, int bins) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        Counter counter = new Counter(values.length == 0 ? 0 : low, values.length == 0 ? 0 : high, bins);
        for (float value : values) {
            counter.add(value);
        }
        return counter.result();
    }
}
