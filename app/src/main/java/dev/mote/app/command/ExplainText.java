package dev.mote.app.command;

import dev.mote.app.pipeline.ExplainedQuantization;
import dev.mote.app.pipeline.QuantizationRows.LayerRow;
import dev.mote.app.pipeline.QuantizationRows.RemedyRow;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalDouble;

/** The tables of {@code mote quantize --explain} and {@code --auto} for a person. */
final class ExplainText {
    private final PrintWriter out;

    ExplainText(PrintWriter out) {
        this.out = out;
    }

    void print(ExplainedQuantization result) {
        line("");
        line(
                "calibration on %,d samples, measured on %,d others",
                result.calibrationSamples(), result.validationSamples());
        if (result.floatAccuracy().isPresent()) {
            line("float accuracy %s", percent(result.floatAccuracy()));
        }
        if (!result.layerCosts().isEmpty()) {
            layers(result);
        }
        remedies(result);
        line("chosen     %s", result.chosen());
        if (!result.reason().isEmpty()) {
            line("because    %s", result.reason());
        }
        line("took       %.1f s", result.seconds());
    }

    private void layers(ExplainedQuantization result) {
        line("");
        line("One layer in int8, the rest in float; int16: what the int8 model gains if this output is int16, in dB.");
        line("%-28s %-20s %9s %9s %9s %9s", "layer", "operator", "agreement", "SQNR dB", "weights", "int16");
        for (LayerRow layer : result.layerCosts()) {
            line(
                    "%-28s %-20s %9s %9.1f %9.1f %9s",
                    layer.name(),
                    layer.operator(),
                    percent(layer.agreement()),
                    layer.sqnrDb(),
                    layer.weightsSqnrDb(),
                    layer.int16GainDb().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%+.1f", layer.int16GainDb().getAsDouble())
                            : "-");
        }
    }

    private void remedies(ExplainedQuantization result) {
        line("");
        line(
                "%-52s %9s %7s %9s %8s %9s %8s %8s %8s",
                "way", "accuracy", "lost", "agreement", "SQNR dB", "(calibr.)", "weights", "arena", "flash");
        for (RemedyRow way : result.remedies()) {
            line(
                    "%-52s %9s %7.2f %9s %8.1f %9.1f %,8d %,8d %,8d",
                    way.name(),
                    percent(way.accuracy()),
                    way.pointsLost(),
                    percent(way.agreement()),
                    way.sqnrDb(),
                    way.calibrationSqnrDb(),
                    way.weightsBytes(),
                    way.arenaBytes(),
                    way.flashBytes());
        }
        line("");
    }

    private static String percent(OptionalDouble share) {
        return percent(share.orElse(Double.NaN));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
