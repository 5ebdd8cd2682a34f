package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.device.compare.PairedTest;
import java.util.Map;
import java.util.OptionalLong;

/** The page in one sentence, and how good or bad that is. */
final class VerdictView {
    private static final double SIGNIFICANT = 0.05;

    private VerdictView() {}

    static Map<String, Object> of(ReportData data) {
        OptionalLong mismatches = data.figures().cMismatches();
        PairedTest test = data.comparison().test();
        boolean wrongC = mismatches.orElse(0) > 0;
        boolean worse = test.accuracyChange() < 0 && test.pValue() < SIGNIFICANT;
        String level = wrongC ? "bad" : worse || mismatches.isEmpty() ? "warn" : "good";
        return Map.ofEntries(
                entry("level", level),
                entry("sign", level.equals("good") ? "✓" : "!"),
                entry("sentence", accuracy(data) + "; " + compiled(mismatches)),
                entry("note", change(test)));
    }

    private static String accuracy(ReportData data) {
        String kind = data.dataset().synthetic() ? "synthetic test sample" : "test sample";
        return "int8 keeps "
                + Text.percent(data.comparison().int8Matrix().accuracy())
                + " of " + Text.count(data.samples(), kind) + " right (float: "
                + Text.percent(data.comparison().floatMatrix().accuracy()) + ")";
    }

    private static String compiled(OptionalLong mismatches) {
        if (mismatches.isEmpty()) {
            return "the generated C was not compiled and run, so its answers are not checked here.";
        }
        if (mismatches.getAsLong() == 0) {
            return "the compiled C answers byte for byte like the simulator.";
        }
        return "but the compiled C differs from the simulator on " + Text.count(mismatches.getAsLong(), "sample")
                + ": do not use it before this is explained.";
    }

    /** Whether the change in accuracy means anything. */
    static String change(PairedTest test) {
        int discordant = test.onlyFloatRight() + test.onlyInt8Right();
        if (discordant == 0) {
            return "No sample changed from right to wrong or back: the accuracy is the same.";
        }
        String change = "The accuracy changed by " + Text.points(test.accuracyChange()) + " percentage points ("
                + Text.probability(test.pValue()) + "): ";
        if (test.pValue() >= SIGNIFICANT) {
            return change + "no more than chance would explain.";
        }
        return change
                + (test.accuracyChange() < 0
                        ? "int8 is less accurate, by more than chance would explain."
                        : "int8 is more accurate, by more than chance would explain.");
    }
}
