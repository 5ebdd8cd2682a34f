package dev.mote.dataset.metrics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How well the events of a stream tell its truth.
 *
 * @param toleranceSeconds between the begin of an event and the begin in truth
 * @param labelledSeconds time for which the truth is known
 * @param classes in the order of the labels
 * @param unscored events that begin where the truth is not known
 * @param delays of the matched ones: from the begin in truth to the decision
 */
public record EventScores(
        double toleranceSeconds, double labelledSeconds, List<EventCounts> classes, long unscored, Delays delays) {
    private static final double SECONDS_PER_HOUR = 3600;

    public EventScores {
        classes = List.copyOf(classes);
    }

    public EventCounts total() {
        return classes.stream().reduce(EventCounts.NONE, EventCounts::plus);
    }

    /** NaN where no truth is known. */
    public double falseAlarmsPerHour() {
        return perHour(total().falseAlarms());
    }

    /** Of all events that match no truth: false alarms, and those in the wrong place. */
    public double unmatchedPerHour() {
        return perHour(total().detected() - total().matched());
    }

    private double perHour(long events) {
        return labelledSeconds == 0 ? Double.NaN : events * SECONDS_PER_HOUR / labelledSeconds;
    }

    /** Of both streams together. */
    public EventScores plus(EventScores other) {
        return new EventScores(
                toleranceSeconds,
                labelledSeconds + other.labelledSeconds,
                IntStream.range(0, classes.size())
                        .mapToObj(c -> classes.get(c).plus(other.classes.get(c)))
                        .toList(),
                unscored + other.unscored,
                delays.plus(other.delays));
    }
}
