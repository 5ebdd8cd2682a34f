package dev.mote.model.frontend;

import java.util.List;

/** From a window of counts to the integers of a {@link SignalProgram}: the reference, which the generated C equals. For several threads. */
public final class SignalFunction {
    private final SignalProgram program;
    private final List<FeatureStep> features;

    public SignalFunction(SignalProgram program) {
        this.program = program;
        this.features =
                program.features().stream().map(SignalFunction::prepared).toList();
    }

    private static FeatureStep prepared(SignalStep.Features step) {
        return switch (step) {
            case SignalStep.Statistics statistics -> new StatisticsStep(statistics);
            case SignalStep.Spectrum spectrum -> new SpectrumStep(spectrum);
        };
    }

    /**
     * The series row by row, or the features in order.
     *
     * @param counts [windowLength, channels]
     */
    public int[] apply(short[] counts) {
        int[] series = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            series[i] = counts[i];
        }
        int width = program.channels();
        for (SignalStep.Series step : program.series()) {
            series = SeriesSteps.run(step, series, program.windowLength());
            width = step.channelsOut();
        }
        return features.isEmpty() ? series : features(series, width);
    }

    private int[] features(int[] series, int width) {
        int[] numbers = new int[program.outputs().size()];
        int start = 0;
        for (FeatureStep step : features) {
            for (int channel : step.channels()) {
                step.run(channel(series, channel, width), numbers, start);
                start += step.width();
            }
        }
        return numbers;
    }

    private int[] channel(int[] series, int channel, int width) {
        int[] values = new int[program.windowLength()];
        for (int row = 0; row < values.length; row++) {
            values[row] = series[row * width + channel];
        }
        return values;
    }
}
