package dev.mote.app.command;

import dev.mote.app.pipeline.BenchReport;
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

    /** A line a board. */
    void print(List<BenchReport> reports) {
        String format = "%-12s %-11s %-6s %14s %8s %9s %9s %9s %7s %7s%n";
        out.printf(
                Locale.ROOT,
                format,
                "board",
                "core",
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
                    report.board(),
                    report.core(),
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
