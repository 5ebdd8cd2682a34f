package dev.mote.dataset.metrics;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long events took, counted in steps of {@value #STEP_MICROS} microseconds: memory does not grow with their number.
 *
 * @param counts how many delays round to this number of steps; a negative one was told too early
 */
public record Delays(SortedMap<Long, Long> counts) {
    public static final Delays NONE = new Delays(new TreeMap<>());
    private static final long STEP_MICROS = 10_000;

    public Delays {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Collects delays. */
    static final class Builder {
        private final SortedMap<Long, Long> counts = new TreeMap<>();

        void add(long micros) {
            counts.merge(Math.floorDiv(micros + STEP_MICROS / 2, STEP_MICROS), 1L, Long::sum);
        }

        Delays build() {
            return new Delays(counts);
        }
    }

    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The smallest delay in seconds that at least {@code share} of all do not exceed; empty if there are none. */
    public OptionalDouble quantile(double share) {
        double wanted = share * count();
        long passed = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= wanted) {
                return OptionalDouble.of(entry.getKey() * STEP_MICROS / 1e6);
            }
        }
        return OptionalDouble.empty();
    }

    public Delays plus(Delays other) {
        SortedMap<Long, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((step, count) -> sum.merge(step, count, Long::sum));
        return new Delays(sum);
    }
}
