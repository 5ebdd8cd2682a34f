package dev.mote.app.command;

import dev.mote.app.pipeline.ComparisonSummary;
import dev.mote.app.pipeline.FloatSummary;
import dev.mote.app.pipeline.Int8Summary;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A comparison as a person reads it. */
final class SummaryText {
    private final PrintWriter out;

    SummaryText(PrintWriter out) {
        this.out = out;
    }

    void print(ComparisonSummary summary) {
        data(summary.dataset(), summary.synthetic(), summary.samples());
        row("float", "accuracy %.4f, macro-F1 %.4f", summary.floatAccuracy(), summary.floatMacroF1());
        row("int8", "accuracy %.4f, macro-F1 %.4f", summary.int8Accuracy(), summary.int8MacroF1());
        row(
                "flips",
                "%d samples change class, %.2f %% (95 %%: %.2f to %.2f %%)",
                summary.flippedSamples().size(),
                100 * summary.flipShare(),
                100 * summary.flipShareInterval().low(),
                100 * summary.flipShareInterval().high());
        row(
                "change",
                "%+.2f points of accuracy (95 %%: %+.2f to %+.2f), McNemar p = %.3f",
                100 * summary.accuracyChange(),
                100 * summary.accuracyChangeInterval().low(),
                100 * summary.accuracyChangeInterval().high(),
                summary.pValue());
        compiled(summary.cMismatches(), summary.samples());
        device(summary.weightsBytes(), summary.arenaBytes(), summary.flashBytes(), summary.macs());
        new ClassesText(out).print(List.of("float", "int8"), List.of(summary.floatMetrics(), summary.int8Metrics()));
    }

    void print(FloatSummary summary) {
        data(summary.dataset(), summary.synthetic(), summary.samples());
        row("float", "accuracy %.4f, macro-F1 %.4f", summary.floatAccuracy(), summary.floatMacroF1());
        new ClassesText(out).print(List.of("float"), List.of(summary.floatMetrics()));
    }

    void print(Int8Summary summary) {
        data(summary.dataset(), summary.synthetic(), summary.samples());
        row("int8", "accuracy %.4f, macro-F1 %.4f", summary.int8Accuracy(), summary.int8MacroF1());
        compiled(summary.cMismatches(), summary.samples());
        device(summary.weightsBytes(), summary.arenaBytes(), summary.flashBytes(), summary.macs());
        new ClassesText(out).print(List.of("int8"), List.of(summary.int8Metrics()));
    }

    void data(String dataset, boolean synthetic, int samples) {
        row("data", "%s%s, %,d samples", dataset, synthetic ? " (synthetic)" : "", samples);
    }

    void compiled(int mismatches, int samples) {
        row("compiled C", "%d of %,d samples differ from the simulator", mismatches, samples);
    }

    void device(long weights, long arena, long flash, long macs) {
        row(
                "on device",
                "weights %,d bytes, arena %,d bytes, flash about %,d bytes, %,d MACs",
                weights,
                arena,
                flash,
                macs);
    }

    private void row(String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-11s%s%n", name, String.format(Locale.ROOT, format, values));
    }
}
