package dev.mote.app.command;

import dev.mote.app.pipeline.ComparisonSummary;
import dev.mote.app.pipeline.RegressionSummary;
import dev.mote.model.BadInputException;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --tolerance}: what makes a comparison fail. */
final class ToleranceOption {
    private static final int CHECK_FAILED = 1;

    @Option(
            names = "--tolerance",
            paramLabel = "SHARE",
            converter = Share.class,
            description =
                    "Exit code 1 if int8 accuracy is lower than float accuracy by more, as 0.01; of predicted numbers: if their"
                            + " mean absolute error is larger by more than this share of their range. Default: no limit.")
    private Double tolerance;

    /** A share of all samples. */
    static final class Share implements ITypeConverter<Double> {
        @Override
        public Double convert(String text) {
            try {
                double share = Double.parseDouble(text);
                if (share >= 0 && share <= 1) {
                    return share;
                }
            } catch (NumberFormatException e) {
                // Refused below, as are numbers out of range.
            }
            throw new TypeConversionException("'" + text + "' is not a number from 0 to 1; 0.01 is one point");
        }
    }

    /** 0, or 1 with a line that says which check failed. The C must agree with the simulator in any case. */
    int exitCode(ComparisonSummary summary, PrintWriter err) {
        if (differs(summary.cMismatches(), summary.samples(), err)) {
            return CHECK_FAILED;
        }
        if (tolerance != null && -summary.accuracyChange() > tolerance) {
            err.printf(
                    Locale.ROOT,
                    "mote: int8 accuracy is %.4f, %.4f below float, more than the tolerance of %s%n",
                    summary.int8Accuracy(),
                    -summary.accuracyChange(),
                    tolerance);
            return CHECK_FAILED;
        }
        return 0;
    }

    /** As {@link #exitCode(ComparisonSummary, PrintWriter)}, of predicted numbers: the tolerance is a share of their range. */
    int exitCode(RegressionSummary summary, PrintWriter err) {
        if (differs(summary.cMismatches(), summary.samples(), err)) {
            return CHECK_FAILED;
        }
        if (tolerance != null && summary.errorGrowth() > tolerance) {
            err.printf(
                    Locale.ROOT,
                    "mote: the mean absolute error of int8 is %.4g, %.4f of the range of the values (%.4g) above float, more than"
                            + " the tolerance of %s%n",
                    summary.int8MeanAbsoluteError(),
                    summary.errorGrowth(),
                    summary.targetRange(),
                    tolerance);
            return CHECK_FAILED;
        }
        return 0;
    }

    /** As {@link #exitCode(ComparisonSummary, PrintWriter)}, of an int8 model alone. */
    int exitCode(int cMismatches, int samples, PrintWriter err) {
        return differs(cMismatches, samples, err) ? CHECK_FAILED : 0;
    }

    /** @throws BadInputException if there is a tolerance */
    void requireAbsent() {
        if (tolerance != null) {
            throw new BadInputException(
                    "--tolerance: there is one model only, nothing to compare it with; give both: FLOAT.tflite INT8.tflite");
        }
    }

    private static boolean differs(int mismatches, int samples, PrintWriter err) {
        if (mismatches > 0) {
            err.printf(
                    Locale.ROOT,
                    "mote: the compiled C differs from the simulator on %d of %d samples; please report this%n",
                    mismatches,
                    samples);
        }
        return mismatches > 0;
    }
}
