package dev.mote.dataset.metrics;

/**
 * How the events of one class, or of all, agree with the truth (docs/streams.md).
 *
 * @param truth how often the class begins in truth
 * @param detected events that announced it, where the truth is known
 * @param matched pairs of both that begin within the tolerance of each other; each is in one pair
 * @param falseAlarms of the detected: the class is not true at any moment from begin to end, the tolerance added on both sides
 */
public record EventCounts(long truth, long detected, long matched, long falseAlarms) {
    public static final EventCounts NONE = new EventCounts(0, 0, 0, 0);

    /** The class is true around these events, but does not begin where they do: too early, too late, or one of several. */
    public long misplaced() {
        return detected - matched - falseAlarms;
    }

    /** 0 if nothing was detected. */
    public double precision() {
        return detected == 0 ? 0 : (double) matched / detected;
    }

    /** NaN if there was nothing to detect. */
    public double recall() {
        return truth == 0 ? Double.NaN : (double) matched / truth;
    }

    public double f1() {
        return truth + detected == 0 ? 0 : 2.0 * matched / (truth + detected);
    }

    public EventCounts plus(EventCounts other) {
        return new EventCounts(
                truth + other.truth,
                detected + other.detected,
                matched + other.matched,
                falseAlarms + other.falseAlarms);
    }
}
