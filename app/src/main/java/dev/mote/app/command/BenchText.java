package dev.mote.app.command;

import dev.mote.app.figures.FiguresChange;
import dev.mote.app.pipeline.BenchReport;
import dev.mote.app.pipeline.StreamBenchReport;
import dev.mote.device.board.LayerCost;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Figures of emulated boards as a person reads them. */
final class BenchText {
    private final PrintWriter out;

    BenchText(PrintWriter out) {
        this.out = out;
    }

    /** A recording through the streaming API. */
    void print(StreamBenchReport report) {
        row("board", "%s (%s, emulated), optimized for %s", report.board(), report.core(), report.opt());
        row(
                "exact",
                report.exact() ? "yes: %d events, each as in the simulator" : "NO: %2$d events differ, of %1$d",
                report.events(),
                report.mismatches());
        row(
                "stream",
                "%s: %,d samples, %,.0f s, %,d windows",
                report.stream(),
                report.samples(),
                report.seconds(),
                report.windows());
        row(
                "sample",
                "at most %,d %s without a window, %,d with one (mean; at most %,d)",
                report.instructionsPerPush(),
                report.unit(),
                report.instructionsPerWindow(),
                report.longestWindow());
        row("memory", "%,d bytes of context, %,d of arena", report.contextBytes(), report.arenaBytes());
    }

    /** One board, with its layers. */
    void print(BenchReport report) {
        row("board", "%s (%s, emulated), optimized for %s", report.board(), report.core(), report.opt());
        row(
                "exact",
                report.exact()
                        ? "yes: %d samples, every output as in the simulator"
                        : "NO: %2$d of %1$d samples differ",
                report.samples(),
                report.mismatches());
        row(
                "flash",
                "%,d bytes: code %,d, weights %,d",
                report.flashBytes(),
                report.codeBytes(),
                report.weightsBytes());
        row(
                "RAM",
                "%,d bytes: arena %,d, outputs %,d, other static %,d, deepest stack %,d",
                report.ramBytes(),
                report.arenaBytes(),
                report.outputBytes(),
                report.staticRamBytes(),
                report.stackBytes());
        row(
                "inference",
                "%,d %s, %,d MACs%s",
                report.instructions(),
                report.unit(),
                report.macs(),
                report.macs() > 0 ? ", " + perMac(report.instructionsPerMac()) + " a MAC" : "");
        out.println();
        String format = "%3s  %-28s %12s %14s %8s%n";
        out.printf(Locale.ROOT, format, "#", "layer", "MACs", report.unit(), "a MAC");
        for (LayerCost layer : report.layers()) {
            out.printf(
                    Locale.ROOT,
                    format,
                    layer.index(),
                    layer.operator(),
                    layer.macs() > 0 ? String.format(Locale.ROOT, "%,d", layer.macs()) : "",
                    String.format(Locale.ROOT, "%,d", layer.instructions()),
                    perMac(layer.perMac()));
        }
    }

    /** A line a run; the model and the goal where they are not all the same. */
    void print(List<BenchReport> reports) {
        boolean isOneModel = reports.stream().map(BenchReport::model).distinct().count() <= 1;
        boolean isOneGoal = reports.stream().map(BenchReport::opt).distinct().count() <= 1;
        int longest = reports.stream()
                .mapToInt(report -> report.model().length())
                .max()
                .orElse(1);
        String format = (isOneModel ? "%.0s" : "%-" + longest + "s ") + "%-12s %-11s " + (isOneGoal ? "%.0s" : "%-9s")
                + "%-6s %14s %8s %9s %9s %9s %7s %7s%n";
        out.printf(
                Locale.ROOT,
                format,
                "model",
                "board",
                "core",
                "opt",
                "exact",
                "instructions",
                "a MAC",
                "code",
                "weights",
                "arena",
                "stack",
                "RAM");
        boolean cycles = false;
        for (BenchReport report : reports) {
            boolean counts = report.unit().equals("cycles");
            cycles |= counts;
            out.printf(
                    Locale.ROOT,
                    format,
                    report.model(),
                    report.board(),
                    report.core(),
                    report.opt(),
                    report.exact() ? "yes" : "NO",
                    String.format(Locale.ROOT, "%,d", report.instructions()) + (counts ? "*" : ""),
                    perMac(report.instructionsPerMac()),
                    grouped(report.codeBytes()),
                    grouped(report.weightsBytes()),
                    grouped(report.arenaBytes()),
                    grouped(report.stackBytes()),
                    grouped(report.ramBytes()));
        }
        if (cycles) {
            out.println("* cycles");
        }
    }

    /**
     * Under the name of each run what is not as it was.
     *
     * @param shared runs that the baseline has too
     */
    void printChanges(List<FiguresChange> changes, long shared) {
        out.println();
        out.printf(
                Locale.ROOT,
                "runs compared with the baseline: %d; figures that are not as in it: %d%n",
                shared,
                changes.size());
        String last = "";
        for (FiguresChange change : changes) {
            String run = change.model() + ", " + change.board() + ", " + change.opt();
            if (!run.equals(last)) {
                out.println(run);
                last = run;
            }
            out.printf(
                    Locale.ROOT,
                    "  %-44s %,13d -> %,13d %s%n",
                    change.figure(),
                    change.before(),
                    change.after(),
                    change.before() == 0 ? "" : String.format(Locale.ROOT, "%+7.1f %%", change.percent()));
        }
    }

    private static String grouped(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }

    private static String perMac(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
    }

    private void row(String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-11s%s%n", name, String.format(Locale.ROOT, format, values));
    }
}
