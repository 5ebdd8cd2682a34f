package dev.mote.app.pipeline;

import dev.mote.dataset.metrics.Interval;
import dev.mote.device.compare.Comparison;
import java.util.List;

/**
 * The figures of {@code mote demo} and {@code mote compare}; the components are the JSON keys.
 *
 * @param samples of the test split
 * @param agreement share of samples that float and int8 take for the same class
 * @param cMismatches samples whose compiled C differs from the simulator in any byte
 * @param weightsBytes every constant that the model brings to flash
 * @param arenaBytes all working memory, the in-place input included
 * @param accuracyChange int8 less float
 * @param pValue of McNemar's test
 */
public record ComparisonSummary(
        String dataset,
        boolean synthetic,
        int samples,
        double floatAccuracy,
        double int8Accuracy,
        double floatMacroF1,
        double int8MacroF1,
        double agreement,
        int cMismatches,
        long weightsBytes,
        long arenaBytes,
        long flashBytes,
        long macs,
        List<Integer> flippedSamples,
        double flipShare,
        Interval flipShareInterval,
        double accuracyChange,
        Interval accuracyChangeInterval,
        double pValue,
        double largestOutputDifference,
        ClassifierFigures floatMetrics,
        ClassifierFigures int8Metrics) {

    static ComparisonSummary of(String dataset, boolean synthetic, Compared compared) {
        Comparison comparison = compared.comparison();
        return new ComparisonSummary(
                dataset,
                synthetic,
                comparison.test().samples(),
                comparison.floatMatrix().accuracy(),
                comparison.int8Matrix().accuracy(),
                comparison.floatMatrix().macroF1(),
                comparison.int8Matrix().macroF1(),
                comparison.agreement(),
                compared.cMismatches(),
                compared.project().figures().weightsBytes(),
                compared.project().figures().arenaBytes(),
                compared.project().figures().flashBytes(),
                compared.project().figures().macs(),
                comparison.flips().stream().map(flip -> flip.sample()).toList(),
                comparison.test().flipShare(),
                comparison.test().flipInterval(),
                comparison.test().accuracyChange(),
                comparison.test().accuracyChangeInterval(),
                comparison.test().pValue(),
                comparison.largestOutputDifference(),
                ClassifierFigures.of(comparison.real()),
                ClassifierFigures.of(comparison.int8()));
    }
}
