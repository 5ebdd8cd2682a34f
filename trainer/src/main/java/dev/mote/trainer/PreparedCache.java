package dev.mote.trainer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/** Network inputs that are computed once, when they are first needed. For several threads. */
final class PreparedCache {
    /** 128 MB: more is computed anew each time. */
    private static final long MOST_VALUES = 1L << 25;

    private final AtomicReferenceArray<float[]> inputs;
    private final IntFunction<float[]> compute;

    private PreparedCache(int count, IntFunction<float[]> compute) {
        inputs = new AtomicReferenceArray<>(count);
        this.compute = compute;
    }

    /** @return empty where the inputs would take too much memory */
    static Optional<PreparedCache> of(int count, int elements, IntFunction<float[]> compute) {
        return (long) count * elements > MOST_VALUES
                ? Optional.empty()
                : Optional.of(new PreparedCache(count, compute));
    }

    void copy(int i, float[] target, int start) {
        float[] input = inputs.get(i);
        if (input == null) {
            // Two threads may compute the same; they get the same.
            input = compute.apply(i);
            inputs.set(i, input);
        }
        System.arraycopy(input, 0, target, start, input.length);
    }
}
