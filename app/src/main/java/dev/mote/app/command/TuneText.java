package dev.mote.app.command;

import dev.mote.app.tune.TuneSummary;
import dev.mote.app.tune.TuneSummary.Row;
import dev.mote.dataset.metrics.Interval;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** {@link TuneSummary} for people. */
final class TuneText {
    private final PrintWriter out;
    private final Path folder;
    private final String data;

    /** @param data as {@code mote train} takes it */
    TuneText(PrintWriter out, Path folder, String data) {
        this.data = data;
        this.out = out;
        this.folder = folder;
    }

    void print(TuneSummary summary) {
        out.printf(
                "data       %s%s: %,d samples of the training split, %s%n",
                summary.dataset(), summary.synthetic() ? " (synthetic)" : "", summary.samples(), heldOut(summary));
        List<Row> compared = summary.trials().stream()
                .filter(row -> row.status().equals("done"))
                .sorted(Comparator.comparing(row -> row.weightsBytes().orElseThrow()))
                .toList();
        out.printf("trials     %d, %d of them compared%n%n", summary.trials().size(), compared.size());
        if (!compared.isEmpty()) {
            table(summary, compared);
        }
        summary.best().ifPresent(best -> best(summary, summary.row(best)));
        out.println("written    " + folder.resolve("tune.html"));
    }

    private static String heldOut(TuneSummary summary) {
        String who = summary.byGroup() ? "whole persons or recordings" : "some of each class";
        String how = summary.judgedParts() > 1
                ? "each held out once (" + summary.judgedParts() + " folds)"
                : "held out (" + 1 + " of " + summary.parts() + " parts)";
        return how + ", " + who + (summary.repeats() > 1 ? ", " + summary.repeats() + " seeds" : "");
    }

    private void table(TuneSummary summary, List<Row> rows) {
        out.printf(
                "  %5s  %8s  %15s  %8s  %8s  %8s  %10s  %12s  %s%n",
                "trial", "accuracy", "95 % interval", "macro-F1", "weights", "arena", "MACs", "instructions", "values");
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%s%s%5d  %8.4f  %15s  %8.4f  %,8d  %,8d  %,10d  %12s  %s%n",
                    row.onFront() ? "*" : " ",
                    row.chance() ? "=" : " ",
                    row.trial(),
                    row.int8Accuracy().orElseThrow(),
                    row.scoreInterval().map(TuneText::interval).orElse(""),
                    row.int8MacroF1().orElseThrow(),
                    row.weightsBytes().orElseThrow(),
                    row.arenaBytes().orElseThrow(),
                    row.macs().orElseThrow(),
                    grouped(row.instructions()),
                    values(row));
        }
        out.printf(
                "%n* on the front of %s against %s   = may be as good as the best, as far as these samples tell;"
                        + " the interval is that of %s%n%n",
                summary.metric(), summary.against(), summary.metric());
    }

    private static String interval(Interval interval) {
        return Double.isNaN(interval.low())
                ? "not known"
                : String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), Math.min(1, interval.high()));
    }

    private static String grouped(OptionalLong figure) {
        return figure.isPresent() ? String.format(Locale.ROOT, "%,d", figure.getAsLong()) : "not known";
    }

    private static String values(Row row) {
        return row.values().isEmpty()
                ? "the recipe as it is"
                : row.values().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
    }

    private void best(TuneSummary summary, Row best) {
        out.printf(
                "best       trial %d; train it on all training samples, and see the test split for the first time:%n",
                best.trial());
        out.printf(
                "           mote train %s --data %s --out %s%n",
                folder.resolve("best.yaml"), data, folder.resolve("best"));
        summary.asGood().ifPresent(asGood -> {
            if (asGood != best.trial()) {
                Row cheaper = summary.row(asGood);
                out.printf(
                        Locale.ROOT,
                        "cheaper    trial %d, %,d bytes of weights instead of %,d, may be as good: %s%n",
                        asGood,
                        cheaper.weightsBytes().orElseThrow(),
                        best.weightsBytes().orElseThrow(),
                        folder.resolve(String.format(Locale.ROOT, "trials/%03d/recipe.yaml", asGood)));
            }
        });
    }
}
