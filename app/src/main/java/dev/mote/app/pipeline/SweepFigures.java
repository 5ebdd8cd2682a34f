package dev.mote.app.pipeline;

import dev.mote.dataset.metrics.Interval;
import dev.mote.device.sweep.SweepCurve;
import dev.mote.device.sweep.SweepPoint;
import dev.mote.device.sweep.SweepResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a sweep found; the components are JSON keys.
 *
 * @param seconds that it took
 * @param runs of the simulation
 * @param maxLossPoints hundredths of accuracy that a fault may cost
 * @param chance accuracy of always telling the most frequent class
 * @param baseline without a fault of the sweep
 * @param notSurvived the mildest level of each kind that the int8 model does not survive
 */
public record SweepFigures(
        double seconds,
        int runs,
        double maxLossPoints,
        double chance,
        Point baseline,
        List<Curve> faults,
        List<String> notSurvived) {
    /**
     * A kind of fault.
     *
     * @param lostAt the mildest level that is not survived; null if all are
     */
    public record Curve(String kind, Optional<String> lostAt, List<Point> points) {}

    /**
     * A level.
     *
     * @param fault as {@code --fault} takes it; empty for the baseline
     * @param windows of a seed
     * @param pointsLost hundredths of the int8 model's accuracy
     */
    public record Point(
            String fault,
            int seeds,
            double windows,
            double accuracy,
            Interval accuracyInterval,
            double eventRecall,
            double falseAlarmsPerHour,
            OptionalDouble floatAccuracy,
            Optional<Interval> floatAccuracyInterval,
            OptionalDouble floatEventRecall,
            double pointsLost,
            boolean survived) {
        /** The fault without its kind. */
        public String level() {
            return fault.substring(fault.indexOf(':') + 1);
        }
    }

    static SweepFigures of(SweepResult result, int runs, double seconds) {
        List<Curve> curves =
                result.curves().stream().map(curve -> curve(result, curve)).toList();
        return new SweepFigures(
                seconds,
                runs,
                100 * result.maxLoss(),
                result.chance(),
                point(result, result.baseline()),
                curves,
                curves.stream().flatMap(curve -> curve.lostAt().stream()).toList());
    }

    private static Curve curve(SweepResult result, SweepCurve curve) {
        return new Curve(
                curve.kind().option(),
                result.firstLost(curve).map(SweepFigures::text),
                curve.points().stream().map(point -> point(result, point)).toList());
    }

    private static Point point(SweepResult result, SweepPoint point) {
        SweepPoint.Figures int8 = point.int8();
        Optional<SweepPoint.Figures> floating = point.floating();
        return new Point(
                text(point),
                point.seeds(),
                point.windows(),
                int8.accuracy(),
                int8.interval(),
                int8.recall(),
                int8.falseAlarmsPerHour(),
                floating.stream().mapToDouble(SweepPoint.Figures::accuracy).findFirst(),
                floating.map(SweepPoint.Figures::interval),
                floating.stream().mapToDouble(SweepPoint.Figures::recall).findFirst(),
                100 * result.loss(point),
                result.survives(point));
    }

    private static String text(SweepPoint point) {
        return point.fault().map(fault -> fault.text()).orElse("");
    }
}
