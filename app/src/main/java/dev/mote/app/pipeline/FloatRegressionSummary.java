package dev.mote.app.pipeline;

/**
 * The figures of {@code mote compare} for a float model alone that predicts numbers; the components are the JSON keys, as in
 * {@link RegressionSummary}.
 */
public record FloatRegressionSummary(
        String dataset,
        boolean synthetic,
        int samples,
        double floatMeanAbsoluteError,
        double floatMeanSquaredError,
        double floatR2) {}
