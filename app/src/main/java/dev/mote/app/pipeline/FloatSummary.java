package dev.mote.app.pipeline;

/** The figures of {@code mote compare} for a float model alone; the components are the JSON keys, as in {@link ComparisonSummary}. */
public record FloatSummary(
        String dataset,
        boolean synthetic,
        int samples,
        double floatAccuracy,
        double floatMacroF1,
        ClassifierFigures floatMetrics) {}
