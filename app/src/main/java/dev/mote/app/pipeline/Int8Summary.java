package dev.mote.app.pipeline;

/**
 * The figures of {@code mote compare} for an int8 model alone; the components are the JSON keys, as in {@link ComparisonSummary}.
 *
 * @param cMismatches samples whose compiled C differs from the simulator in any byte
 */
public record Int8Summary(
        String dataset,
        boolean synthetic,
        int samples,
        double int8Accuracy,
        double int8MacroF1,
        int cMismatches,
        long weightsBytes,
        long arenaBytes,
        long flashBytes,
        long macs,
        ClassifierFigures int8Metrics) {}
