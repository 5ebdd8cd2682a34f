package dev.mote.app.command;

import dev.mote.app.pipeline.SweepFigures;
import dev.mote.dataset.metrics.Interval;
import java.io.PrintWriter;
import java.util.Locale;

/** {@link SweepFigures} for people. */
final class SweepText {
    private final PrintWriter out;

    SweepText(PrintWriter out) {
        this.out = out;
    }

    void print(SweepFigures sweep) {
        boolean floating = sweep.baseline().floatAccuracy().isPresent();
        out.println();
        line(
                "sweep      %,d runs in %.1f s; accuracy of windows with 95 %% interval, recall of events",
                sweep.runs(), sweep.seconds());
        out.println();
        line("%-22s %7s %17s %7s%s", "fault", "int8", "", "recall", floating ? "   float  recall" : "");
        row("none", sweep.baseline());
        for (SweepFigures.Curve curve : sweep.faults()) {
            curve.points().forEach(point -> row(point.fault(), point));
        }
        out.println();
        line(
                "not survived (more than %.3g points lost, no better than %.2f %% by chance, or less than half of the windows): %s",
                sweep.maxLossPoints(),
                100 * sweep.chance(),
                sweep.notSurvived().isEmpty() ? "none" : String.join(", ", sweep.notSurvived()));
    }

    private void row(String name, SweepFigures.Point point) {
        StringBuilder floating = new StringBuilder();
        point.floatAccuracy()
                .ifPresent(accuracy -> floating.append(String.format(
                        Locale.ROOT,
                        " %7s %7.3f",
                        percent(accuracy),
                        point.floatEventRecall().orElse(Double.NaN))));
        line(
                "%-22s %7s %17s %7.3f%s%s",
                name,
                percent(point.accuracy()),
                interval(point.accuracyInterval()),
                point.eventRecall(),
                floating,
                point.survived() ? "" : "  lost");
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "none" : String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private static String interval(Interval interval) {
        return Double.isNaN(interval.low()) ? "" : percent(interval.low()) + " to " + percent(interval.high());
    }

    private void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
