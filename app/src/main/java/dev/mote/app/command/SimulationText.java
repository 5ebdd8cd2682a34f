package dev.mote.app.command;

import dev.mote.app.pipeline.SimulationSummary;
import dev.mote.app.pipeline.StreamFigures;
import dev.mote.dataset.recording.Defect;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@link SimulationSummary} for people. */
final class SimulationText {
    private static final int MOST_SUBJECTS = 12;
    private static final int MOST_CLASSES = 30;

    private final PrintWriter out;

    SimulationText(PrintWriter out) {
        this.out = out;
    }

    void print(SimulationSummary summary) {
        stream(summary);
        if (!summary.faults().isEmpty()) {
            line("faults     %s", String.join(" ", summary.faults()));
        }
        if (Double.isNaN(summary.accuracy())) {
            line("windows    %,d", summary.windows());
            String why = summary.unknownClassSeconds() > 0
                    ? "the stream's labels are no classes of the model"
                    : "the stream has no labels";
            line("events     %,d; %s, so nothing says how many are right", summary.events(), why);
        } else {
            windows(summary);
            events(summary);
        }
        summary.agreement().ifPresent(share -> agreement(summary, share));
        if (!Double.isNaN(summary.accuracy())) {
            classes(summary.int8().classes());
        }
        defects(summary.defects());
        summary.budget().ifPresent(fit -> DeviceText.print(out, List.of(fit)));
        summary.notes().forEach(note -> out.println("note       " + note));
        summary.sweep().ifPresent(new SweepText(out)::print);
        summary.fleet().ifPresent(new FleetText(out)::print);
        summary.device().ifPresent(new FleetText(out)::print);
    }

    private void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }

    private void stream(SimulationSummary summary) {
        line(
                "stream     %s%s%s, %s, %,d samples",
                summary.stream(),
                summary.part().equals("all") ? "" : ", " + summary.part() + " part",
                summary.synthetic() ? " (synthetic)" : "",
                time(summary.seconds()),
                summary.samples());
        List<String> subjects = summary.subjects();
        if (!subjects.isEmpty()) {
            String shown = String.join(", ", subjects.subList(0, Math.min(subjects.size(), MOST_SUBJECTS)));
            line("           subject %s%s", shown, subjects.size() > MOST_SUBJECTS ? ", ..." : "");
        }
    }

    private static String time(double seconds) {
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : seconds < 7200
                        ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
                        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    private void windows(SimulationSummary summary) {
        StreamFigures own = summary.int8();
        line(
                "windows    %,d: accuracy %.2f %%, 95 %% interval %.2f to %.2f %%%s",
                summary.windows(),
                100 * own.accuracy(),
                100 * own.accuracyInterval().low(),
                100 * own.accuracyInterval().high(),
                summary.float32()
                        .map(other -> String.format(Locale.ROOT, "; float %.2f %%", 100 * other.accuracy()))
                        .orElse(""));
        line("             %6.2f %% of windows of one label", 100 * own.pureAccuracy());
        if (own.mixedWindows() > 0) {
            line(
                    "             %6.2f %% of %,d windows across a transition",
                    100 * own.mixedAccuracy(), own.mixedWindows());
        }
        line(
                "             %6.2f %% with the label after post-processing%s",
                100 * own.smoothedAccuracy(),
                own.smoothedAccuracy() < own.accuracy()
                        ? ", which changes later than the truth: events are what to judge it by"
                        : "");
    }

    private void events(SimulationSummary summary) {
        StreamFigures own = summary.int8();
        line(
                "events     %,d, in truth %,d; they may begin %.2f s apart",
                own.events(), own.truthEvents(), summary.onsetToleranceSeconds());
        line(
                "             recall %.3f, precision %.3f, F1 %.3f%s",
                own.eventRecall(),
                own.eventPrecision(),
                own.eventF1(),
                summary.float32()
                        .map(other -> String.format(Locale.ROOT, "; float F1 %.3f", other.eventF1()))
                        .orElse(""));
        line(
                "             false alarms %,d, %.1f an hour; right class at the wrong place %,d%s",
                own.falseAlarms(),
                own.falseAlarmsPerHour(),
                own.misplacedEvents(),
                own.unscoredEvents() > 0
                        ? String.format(Locale.ROOT, "; where no truth is known %,d", own.unscoredEvents())
                        : "");
        own.delayMedianSeconds()
                .ifPresent(median -> line(
                        "             told after %.2f s (median), 90 %% within %.2f s",
                        median, own.delay90Seconds().orElse(median)));
        if (summary.unknownClassSeconds() > 0) {
            line(
                    "             for %s the truth is a class that the model does not know",
                    time(summary.unknownClassSeconds()));
        }
    }

    private void agreement(SimulationSummary summary, double share) {
        String change = summary.accuracyChange().stream()
                .filter(value -> !Double.isNaN(value))
                .mapToObj(value -> String.format(
                        Locale.ROOT,
                        "; accuracy %+.2f points, 95 %% interval %+.2f to %+.2f",
                        100 * value,
                        100 * summary.accuracyChangeInterval().orElseThrow().low(),
                        100 * summary.accuracyChangeInterval().orElseThrow().high()))
                .findFirst()
                .orElse("");
        line(
                "int8       %.2f %% of windows as float, %.2f %% of events%s",
                100 * share, 100 * summary.eventAgreement().orElse(Double.NaN), change);
    }

    private void classes(List<StreamFigures.ClassFigures> classes) {
        int width = classes.stream().mapToInt(row -> row.label().length()).reduce(10, Math::max);
        out.println();
        line(
                "%-" + width + "s %9s %9s %7s %7s %8s %13s",
                "class",
                "windows",
                "right",
                "truth",
                "events",
                "matched",
                "false alarms");
        classes.stream()
                .limit(MOST_CLASSES)
                .forEach(row -> line(
                        "%-" + width + "s %,9d %9s %,7d %,7d %,8d %,13d",
                        row.label(),
                        row.windows(),
                        Double.isNaN(row.accuracy()) ? "" : String.format(Locale.ROOT, "%.1f %%", 100 * row.accuracy()),
                        row.truthEvents(),
                        row.events(),
                        row.matchedEvents(),
                        row.falseAlarms()));
    }

    private void defects(Map<String, Long> defects) {
        if (defects.isEmpty()) {
            return;
        }
        out.println();
        for (Defect defect : Defect.values()) {
            Long count = defects.get(defect.keyword());
            if (count != null) {
                line("defects    %,d %s", count, defect.text());
            }
        }
    }
}
