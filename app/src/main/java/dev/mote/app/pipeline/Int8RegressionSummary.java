package dev.mote.app.pipeline;

/**
 * The figures of {@code mote compare} for an int8 model alone that predicts numbers; the components are the JSON keys, as in
 * {@link RegressionSummary}.
 */
public record Int8RegressionSummary(
        String dataset,
        boolean synthetic,
        int samples,
        double int8MeanAbsoluteError,
        double int8MeanSquaredError,
        double int8R2,
        int cMismatches,
        long weightsBytes,
        long arenaBytes,
        long flashBytes,
        long macs) {}
