package dev.mote.model.frontend;

import dev.mote.model.frontend.arithmetic.LowPass;
import dev.mote.model.frontend.arithmetic.SquareRoot;
import java.util.List;

/** Series to series, in counts. Values are [rows, channels]; those that are read are not changed. */
final class SeriesSteps {
    private SeriesSteps() {}

    static int[] run(SignalStep.Series step, int[] values, int rows) {
        return switch (step) {
            case SignalStep.Select select -> select(values, rows, select.channelsIn(), select.channels());
            case SignalStep.HighPass highPass -> highPass(highPass, values, rows);
            case SignalStep.LowPass lowPass ->
                lowPass(values, rows, lowPass.channelsIn(), lowPass.channels(), lowPass.share());
            case SignalStep.Magnitude magnitude -> magnitude(magnitude, values, rows);
            case SignalStep.Difference difference -> difference(difference, values);
            case SignalStep.Compress compress -> compress(compress, values);
        };
    }

    private static int[] select(int[] values, int rows, int channelsIn, List<Integer> channels) {
        int[] selected = new int[rows * channels.size()];
        for (int row = 0; row < rows; row++) {
            for (int c = 0; c < channels.size(); c++) {
                selected[row * channels.size() + c] = values[row * channelsIn + channels.get(c)];
            }
        }
        return selected;
    }

    private static int[] highPass(SignalStep.HighPass step, int[] values, int rows) {
        int[] rest = lowPass(values, rows, step.channelsIn(), step.channels(), step.share());
        for (int channel : step.channels()) {
            for (int i = channel; i < values.length; i += step.channelsIn()) {
                rest[i] = values[i] - rest[i];
            }
        }
        return rest;
    }

    private static int[] lowPass(int[] values, int rows, int channelsIn, List<Integer> channels, int share) {
        LowPass filter = new LowPass(share);
        int[] filtered = values.clone();
        for (int channel : channels) {
            long sum = 0;
            for (int i = channel; i < values.length; i += channelsIn) {
                sum += values[i];
            }
            int state = LowPass.start(sum, rows);
            for (int i = channel; i < values.length; i += channelsIn) {
                state = filter.next(state, values[i]);
                filtered[i] = LowPass.output(state);
            }
        }
        return filtered;
    }

    private static int[] magnitude(SignalStep.Magnitude step, int[] values, int rows) {
        int width = step.channelsOut();
        int[] result = new int[rows * width];
        for (int row = 0; row < rows; row++) {
            int start = row * step.channelsIn();
            for (int c = 0; c < step.kept().size(); c++) {
                result[row * width + c] = values[start + step.kept().get(c)];
            }
            long squares = 0;
            for (int axis : step.axes()) {
                squares += (long) values[start + axis] * values[start + axis];
            }
            result[row * width + width - 1] = SquareRoot.of(squares);
        }
        return result;
    }

    private static int[] difference(SignalStep.Difference step, int[] values) {
        int[] result = values.clone();
        for (int channel : step.channels()) {
            result[channel] = 0;
            for (int i = channel + step.channelsIn(); i < values.length; i += step.channelsIn()) {
                result[i] = values[i] - values[i - step.channelsIn()];
            }
        }
        return result;
    }

    private static int[] compress(SignalStep.Compress step, int[] values) {
        int[] result = values.clone();
        for (int c = 0; c < step.channels().size(); c++) {
            Knee knee = new Knee(step.knee().get(c));
            for (int i = step.channels().get(c); i < values.length; i += step.channelsIn()) {
                result[i] = knee.apply(values[i]);
            }
        }
        return result;
    }
}
