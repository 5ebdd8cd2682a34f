package dev.mote.app.pipeline;

import dev.mote.dataset.metrics.EventCounts;
import dev.mote.dataset.metrics.EventScores;
import dev.mote.dataset.metrics.Interval;
import dev.mote.dataset.metrics.WindowScores;
import dev.mote.device.stream.SimulationResult;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How well one model tells a stream; the components are JSON keys. NaN, and null in JSON, where there is no truth.
 *
 * @param accuracy of windows by themselves; {@code smoothedAccuracy} is of the stream's label at their end
 * @param mixedWindows those across a transition
 */
public record StreamFigures(
        double accuracy,
        Interval accuracyInterval,
        double pureAccuracy,
        long mixedWindows,
        double mixedAccuracy,
        double smoothedAccuracy,
        long events,
        long truthEvents,
        long matchedEvents,
        double eventPrecision,
        double eventRecall,
        double eventF1,
        long falseAlarms,
        double falseAlarmsPerHour,
        long misplacedEvents,
        double unmatchedPerHour,
        long unscoredEvents,
        OptionalDouble delayMedianSeconds,
        OptionalDouble delay90Seconds,
        List<ClassFigures> classes) {
    private static final double NINETY = 0.9;

    /**
     * Of one class; the components are JSON keys.
     *
     * @param windows of it in truth
     * @param accuracy share of these that are told right
     */
    public record ClassFigures(
            String label,
            long windows,
            double accuracy,
            long truthEvents,
            long events,
            long matchedEvents,
            long falseAlarms) {}

    static StreamFigures of(SimulationResult.Side side, List<String> labels) {
        WindowScores windows = side.windows();
        EventScores scores = side.events();
        EventCounts total = scores.total();
        boolean known = scores.labelledSeconds() > 0;
        return new StreamFigures(
                windows.accuracy(),
                windows.all().shareInterval(),
                windows.pureAccuracy(),
                windows.mixed(),
                windows.mixedAccuracy(),
                windows.smoothedAccuracy(),
                side.eventCount(),
                total.truth(),
                total.matched(),
                known ? total.precision() : Double.NaN,
                total.recall(),
                known ? total.f1() : Double.NaN,
                total.falseAlarms(),
                scores.falseAlarmsPerHour(),
                total.misplaced(),
                scores.unmatchedPerHour(),
                scores.unscored(),
                scores.delays().quantile(0.5),
                scores.delays().quantile(NINETY),
                IntStream.range(0, labels.size())
                        .mapToObj(c -> ofClass(side, c, labels.get(c)))
                        .toList());
    }

    private static ClassFigures ofClass(SimulationResult.Side side, int c, String label) {
        List<Long> row = side.windows().confusion().get(c);
        long windows = row.stream().mapToLong(Long::longValue).sum();
        EventCounts counts = side.events().classes().get(c);
        return new ClassFigures(
                label,
                windows,
                windows == 0 ? Double.NaN : (double) row.get(c) / windows,
                counts.truth(),
                counts.detected(),
                counts.matched(),
                counts.falseAlarms());
    }
}
