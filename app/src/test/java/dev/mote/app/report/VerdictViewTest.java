package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.device.compare.PairedTest;
import org.junit.jupiter.api.Test;

class VerdictViewTest {
    @Test
    void saysThatTheCIsExact() {
        assertEquals(
                "int8 keeps 97.70 % of 10,000 test samples right (float: 97.93 %);"
                        + " the compiled C answers byte for byte like the simulator.",
                sentence(SampleReports.digits()));
    }

    @Test
    void warnsOfMismatchesBeforeAllElse() {
        ReportData data = SampleReports.withMismatches(SampleReports.digits(), 1);

        assertEquals("bad", VerdictView.of(data).get("level"));
        assertEquals(
                "int8 keeps 97.70 % of 10,000 test samples right (float: 97.93 %); but the compiled C differs"
                        + " from the simulator on 1 sample: do not use it before this is explained.",
                sentence(data));
    }

    @Test
    void saysThatTheCWasNotRun() {
        assertEquals("warn", VerdictView.of(SampleReports.bare()).get("level"));
        assertEquals(
                "int8 keeps 66.67 % of 3 test samples right (float: 66.67 %);"
                        + " the generated C was not compiled and run, so its answers are not checked here.",
                sentence(SampleReports.bare()));
    }

    @Test
    void isGoodWhenTheCIsExactAndTheAccuracyKept() {
        assertEquals(
                "good",
                VerdictView.of(SampleReports.withMismatches(SampleReports.bare(), 0))
                        .get("level"));
    }

    @Test
    void tellsChanceFromLoss() {
        assertEquals(
                "The accuracy changed by −0.02 percentage points (p = 0.73): no more than chance would explain.",
                VerdictView.change(new PairedTest(10_000, 10, 5, 3)));
        assertEquals(
                "The accuracy changed by −0.30 percentage points (p < 0.001):"
                        + " int8 is less accurate, by more than chance would explain.",
                VerdictView.change(new PairedTest(10_000, 40, 30, 0)));
        assertEquals(
                "The accuracy changed by +0.30 percentage points (p < 0.001):"
                        + " int8 is more accurate, by more than chance would explain.",
                VerdictView.change(new PairedTest(10_000, 40, 0, 30)));
    }

    private static String sentence(ReportData data) {
        return ((String) VerdictView.of(data).get("sentence")).replace('\u00a0', ' ');
    }
}
