package dev.mote.app.pipeline;

import dev.mote.codegen.Figures;
import dev.mote.device.compare.NumberComparison;

/**
 * The figures of {@code mote compare} for models that predict numbers; the components are the JSON keys.
 *
 * @param meanOutputDifference mean distance of float and int8
 * @param targetRange from the smallest to the largest true value
 * @param errorGrowth of the mean absolute error from float to int8, as a share of the range
 * @param cMismatches samples whose compiled C differs from the simulator in any byte
 */
public record RegressionSummary(
        String dataset,
        boolean synthetic,
        int samples,
        double floatMeanAbsoluteError,
        double int8MeanAbsoluteError,
        double floatMeanSquaredError,
        double int8MeanSquaredError,
        double floatR2,
        double int8R2,
        double meanOutputDifference,
        double largestOutputDifference,
        double targetRange,
        double errorGrowth,
        int cMismatches,
        long weightsBytes,
        long arenaBytes,
        long flashBytes,
        long macs) {

    static RegressionSummary of(LabelledSamples data, NumberComparison comparison, Figures figures, int cMismatches) {
        return new RegressionSummary(
                data.name(),
                data.synthetic(),
                data.samples().count(),
                comparison.floatError().meanAbsoluteError(),
                comparison.int8Error().meanAbsoluteError(),
                comparison.floatError().meanSquaredError(),
                comparison.int8Error().meanSquaredError(),
                comparison.floatError().r2(),
                comparison.int8Error().r2(),
                comparison.meanDifference(),
                comparison.largestDifference(),
                comparison.range(),
                comparison.lossShare(),
                cMismatches,
                figures.weightsBytes(),
                figures.arenaBytes(),
                figures.flashBytes(),
                figures.macs());
    }
}
