package dev.mote.app.command;

import dev.mote.app.pipeline.FloatRegressionSummary;
import dev.mote.app.pipeline.Int8RegressionSummary;
import dev.mote.app.pipeline.RegressionSummary;
import java.io.PrintWriter;
import java.util.Locale;

/** A comparison of predicted numbers as a person reads it. */
final class RegressionText {
    private final PrintWriter out;
    private final SummaryText common;

    RegressionText(PrintWriter out) {
        this.out = out;
        common = new SummaryText(out);
    }

    void print(RegressionSummary summary) {
        common.data(summary.dataset(), summary.synthetic(), summary.samples());
        error("float", summary.floatMeanAbsoluteError(), summary.floatMeanSquaredError(), summary.floatR2());
        error("int8", summary.int8MeanAbsoluteError(), summary.int8MeanSquaredError(), summary.int8R2());
        out.printf(
                Locale.ROOT,
                "change     int8 and float are %.4g apart on average, %.4g at most; the error grows by %.2f %% of the range"
                        + " (%.4g)%n",
                summary.meanOutputDifference(),
                summary.largestOutputDifference(),
                100 * summary.errorGrowth(),
                summary.targetRange());
        common.compiled(summary.cMismatches(), summary.samples());
        common.device(summary.weightsBytes(), summary.arenaBytes(), summary.flashBytes(), summary.macs());
    }

    void print(Int8RegressionSummary summary) {
        common.data(summary.dataset(), summary.synthetic(), summary.samples());
        error("int8", summary.int8MeanAbsoluteError(), summary.int8MeanSquaredError(), summary.int8R2());
        common.compiled(summary.cMismatches(), summary.samples());
        common.device(summary.weightsBytes(), summary.arenaBytes(), summary.flashBytes(), summary.macs());
    }

    void print(FloatRegressionSummary summary) {
        common.data(summary.dataset(), summary.synthetic(), summary.samples());
        error("float", summary.floatMeanAbsoluteError(), summary.floatMeanSquaredError(), summary.floatR2());
    }

    private void error(String model, double absolute, double squared, double r2) {
        out.printf(
                Locale.ROOT,
                "%-11smean absolute error %.4g, mean squared error %.4g, R2 %.4f%n",
                model,
                absolute,
                squared,
                r2);
    }
}
