package dev.mote.app.pipeline;

import dev.mote.app.Version;
import dev.mote.app.plot.Plots;
import dev.mote.app.report.SimulationPage;
import dev.mote.dataset.recording.Defect;
import dev.mote.model.file.SafeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** The folder of a simulation: {@code simulation.html}, {@code simulation.json} and {@code events.csv}; of a sweep pictures in {@code plots}. */
public final class SimulationReport {
    private SimulationReport() {}

    /**
     * @param warn is told if no picture could be drawn, in one line
     * @param run gets who listens, and gives the summary
     */
    public static SimulationSummary write(
            Path folder,
            List<String> labels,
            boolean twoModels,
            Consumer<String> warn,
            Function<SimulateFiles.Audience, SimulationSummary> run) {
        SafeFile.requireWritableFolder(folder);
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".events", ".csv");
            try {
                SimulationSummary summary;
                SimulationTrack track;
                try (BufferedWriter csv = Files.newBufferedWriter(part)) {
                    track = new SimulationTrack(labels, twoModels, csv);
                    summary = run.apply(track);
                }
                Files.move(part, folder.resolve("events.csv"), StandardCopyOption.REPLACE_EXISTING);
                SafeFile.write(folder.resolve("simulation.json"), Json.text(summary) + "\n");
                SafeFile.write(
                        folder.resolve("simulation.html"),
                        page(summary, labels, track).html());
                summary.sweep().ifPresent(sweep -> plots(folder, summary, sweep, warn));
                return summary;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void plots(Path folder, SimulationSummary summary, SweepFigures sweep, Consumer<String> warn) {
        Plots.write(folder.resolve("plots"), summary.stream(), summary.synthetic(), StudyReport.panels(sweep), warn);
    }

    private static SimulationPage page(SimulationSummary summary, List<String> labels, SimulationTrack track) {
        boolean known = !Double.isNaN(summary.accuracy());
        List<SimulationPage.Table> tables = new ArrayList<>();
        if (known) {
            tables.add(classes(summary.int8()));
        }
        tables.add(new SimulationPage.Table(
                track.eventCount() > track.events().size()
                        ? "The first " + track.events().size() + " of " + track.eventCount()
                                + " events; events.csv has all"
                        : "Events of the int8 model",
                List.of("subject", "class", "begin, s", "told, s"),
                2,
                track.events()));
        if (!summary.defects().isEmpty()) {
            tables.add(defects(summary));
        }
        tables.addAll(StudyReport.tables(summary));
        return new SimulationPage(
                summary.stream(),
                subtitle(summary),
                summary.synthetic(),
                known ? cards(summary) : List.of(card("windows", count(summary.windows()), "no truth is known")),
                labels,
                track.timelines(),
                summary.sweep().map(StudyReport::panels).orElse(List.of()),
                tables,
                summary.notes(),
                Version.text());
    }

    private static String subtitle(SimulationSummary summary) {
        return String.format(
                Locale.ROOT,
                "%s%,d recording%s · %.1f minutes · %,d samples · %,d windows",
                summary.part().equals("all") ? "" : summary.part() + " part · ",
                summary.recordings(),
                summary.recordings() == 1 ? "" : "s",
                summary.seconds() / 60,
                summary.samples(),
                summary.windows());
    }

    private static List<SimulationPage.Card> cards(SimulationSummary summary) {
        StreamFigures own = summary.int8();
        List<SimulationPage.Card> cards = new ArrayList<>();
        cards.add(card(
                "accuracy of windows",
                percent(own.accuracy()),
                summary.float32()
                        .map(other -> "float " + percent(other.accuracy()) + ", same class in "
                                + percent(summary.agreement().orElse(Double.NaN)))
                        .orElse("95 %: " + percent(own.accuracyInterval().low()) + " to "
                                + percent(own.accuracyInterval().high()))));
        cards.add(card(
                "events found",
                percent(own.eventRecall()),
                count(own.matchedEvents()) + " of " + count(own.truthEvents()) + ", within "
                        + fixed(summary.onsetToleranceSeconds()) + " s"));
        cards.add(card(
                "events that are right",
                percent(own.eventPrecision()),
                count(own.misplacedEvents()) + " at the wrong place"));
        cards.add(card("false alarms an hour", fixed(own.falseAlarmsPerHour()), count(own.falseAlarms()) + " in all"));
        own.delayMedianSeconds()
                .ifPresent(median -> cards.add(card(
                        "delay, median",
                        fixed(median) + " s",
                        "90 % within " + fixed(own.delay90Seconds().orElse(median)) + " s")));
        return cards;
    }

    private static SimulationPage.Card card(String name, String figure, String detail) {
        return new SimulationPage.Card(name, figure, detail);
    }

    private static SimulationPage.Table classes(StreamFigures figures) {
        return new SimulationPage.Table(
                "Classes, int8 model",
                List.of("class", "windows", "right", "events in truth", "events", "matched", "false alarms"),
                1,
                figures.classes().stream()
                        .map(row -> List.of(
                                row.label(),
                                count(row.windows()),
                                percent(row.accuracy()),
                                count(row.truthEvents()),
                                count(row.events()),
                                count(row.matchedEvents()),
                                count(row.falseAlarms())))
                        .toList());
    }

    private static SimulationPage.Table defects(SimulationSummary summary) {
        List<List<String>> rows = new ArrayList<>();
        for (Defect defect : Defect.values()) {
            Long count = summary.defects().get(defect.keyword());
            if (count != null) {
                rows.add(List.of(defect.text(), count(count)));
            }
        }
        return new SimulationPage.Table("What was wrong with the stream", List.of("kind", "how often"), 1, rows);
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String fixed(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
