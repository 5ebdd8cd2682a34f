package dev.mote.dataset.metrics;

/** How many of some samples were answered right. */
public record Share(int right, int samples) {
    public Share {
        if (right < 0 || right > samples || samples == 0) {
            throw new IllegalArgumentException(right + " of " + samples + " samples");
        }
    }

    /** From an accuracy that was measured over {@code samples}. */
    public static Share of(double accuracy, int samples) {
        return new Share((int) Math.round(accuracy * samples), samples);
    }

    public double accuracy() {
        return (double) right / samples;
    }

    public Interval interval() {
        return Interval.wilson(right, samples);
    }

    /**
     * Of {@code accuracy() - other.accuracy()}, both over samples of their own.
     * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", 1998, method 10.
     */
    public Interval lead(Share other) {
        Interval mine = interval();
        Interval theirs = other.interval();
        double difference = accuracy() - other.accuracy();
        return new Interval(
                difference - Math.hypot(accuracy() - mine.low(), theirs.high() - other.accuracy()),
                difference + Math.hypot(mine.high() - accuracy(), other.accuracy() - theirs.low()));
    }
}
