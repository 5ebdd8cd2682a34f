package dev.mote.dataset.metrics;

/** How far two models announce the same events of one stream. */
public final class EventAgreement {
    private final OnsetMatcher[] matchers;
    private long first;
    private long second;

    public EventAgreement(int classes, double toleranceSeconds) {
        matchers = new OnsetMatcher[classes];
        for (int c = 0; c < classes; c++) {
            matchers[c] = new OnsetMatcher(Math.round(toleranceSeconds * 1e6), new Delays.Builder());
        }
    }

    /** An event of the one model. Each model's come in the order of time. */
    public void first(int label, long begin) {
        first++;
        matchers[label].truth(begin);
    }

    /** An event of the other model. */
    public void second(int label, long begin) {
        second++;
        matchers[label].detected(begin, begin);
    }

    /** No event that begins before {@code micros} will come any more. */
    public void forgetBefore(long micros) {
        for (OnsetMatcher matcher : matchers) {
            matcher.forgetBefore(micros);
        }
    }

    /** Events that both announce, and those of each. */
    public Shared shared() {
        long matched = 0;
        for (OnsetMatcher matcher : matchers) {
            matched += matcher.matched();
        }
        return new Shared(matched, first, second);
    }

    /**
     * @param both pairs of equal events
     * @param first all of the one model
     * @param second all of the other
     */
    public record Shared(long both, long first, long second) {
        public static final Shared NONE = new Shared(0, 0, 0);

        /** Dice's coefficient; 1 if neither announces anything. */
        public double share() {
            return first + second == 0 ? 1 : 2.0 * both / (first + second);
        }

        public Shared plus(Shared other) {
            return new Shared(both + other.both, first + other.first, second + other.second);
        }
    }
}
