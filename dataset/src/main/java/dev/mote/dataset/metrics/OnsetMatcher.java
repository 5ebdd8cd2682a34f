package dev.mote.dataset.metrics;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pairs the begins of two sequences of events of one class, each with at most one of the other and at most the tolerance away: as many
 * pairs as are possible, for on a line the earliest two that fit can always be paired. Both sequences come in the order of time.
 */
final class OnsetMatcher {
    private final long toleranceMicros;
    /** Those that have no partner yet: {begin, when it was told}. */
    private final Deque<long[]> truth = new ArrayDeque<>();

    private final Deque<long[]> detected = new ArrayDeque<>();
    private final Delays.Builder delays;
    private long matched;

    OnsetMatcher(long toleranceMicros, Delays.Builder delays) {
        this.toleranceMicros = toleranceMicros;
        this.delays = delays;
    }

    void truth(long begin) {
        truth.add(new long[] {begin, begin});
        match();
    }

    void detected(long begin, long at) {
        detected.add(new long[] {begin, at});
        match();
    }

    /** Nothing that begins before {@code micros} will come any more. */
    void forgetBefore(long micros) {
        drop(truth, micros);
        drop(detected, micros);
    }

    private void drop(Deque<long[]> queue, long micros) {
        while (!queue.isEmpty() && queue.peek()[0] + toleranceMicros < micros) {
            queue.poll();
        }
    }

    void clear() {
        truth.clear();
        detected.clear();
    }

    long matched() {
        return matched;
    }

    private void match() {
        while (!truth.isEmpty() && !detected.isEmpty()) {
            long apart = detected.peek()[0] - truth.peek()[0];
            if (Math.abs(apart) <= toleranceMicros) {
                delays.add(detected.poll()[1] - truth.poll()[0]);
                matched++;
            } else if (apart > 0) {
                truth.poll();
            } else {
                detected.poll();
            }
        }
    }
}
