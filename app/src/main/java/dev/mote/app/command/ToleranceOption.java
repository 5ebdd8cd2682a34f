package dev.mote.app.command;

import dev.mote.app.pipeline.ComparisonSummary;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** {@code --tolerance}: what makes a comparison fail. */
final class ToleranceOption {
    private static final int CHECK_FAILED = 1;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            description =
                    "Exit code 1 if int8 accuracy is lower than float accuracy by more, as 0.01. Default: no limit.")
    private Double tolerance;

    /** 0, or 1 with a line that says which check failed. The C must agree with the simulator in any case. */
    int exitCode(ComparisonSummary summary, PrintWriter err) {
        if (summary.cMismatches() > 0) {
            err.printf(
                    "mote: the compiled C differs from the simulator on %d of %d samples; please report this%n",
                    summary.cMismatches(), summary.samples());
            return CHECK_FAILED;
        }
        if (tolerance != null && -summary.accuracyChange() > tolerance) {
            err.printf(
                    "mote: int8 accuracy is %.4f, %.4f below float, more than the tolerance of %s%n",
                    summary.int8Accuracy(), -summary.accuracyChange(), tolerance);
            return CHECK_FAILED;
        }
        return 0;
    }
}
