package dev.mote.model.frontend;

import dev.mote.model.graph.Shape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A signal front end in integers, ready to run and to be written as C: {@code counts [L, channels] -> series steps -> features, if any}.
 *
 * @param channels of the sensor
 * @param features side by side, in this order; empty: the series comes out
 * @param outputs one for each channel of the series, or for each feature
 */
public record SignalProgram(
        int windowLength,
        int channels,
        List<SignalStep.Series> series,
        List<SignalStep.Features> features,
        List<FrontEndOutput> outputs) {
    public SignalProgram {
        series = List.copyOf(series);
        features = List.copyOf(features);
        outputs = List.copyOf(outputs);
    }

    /** Of the network's input: [windowLength, channels], or [features]. */
    public Shape outputShape() {
        return features.isEmpty() ? Shape.of(windowLength, outputs.size()) : Shape.of(outputs.size());
    }

    /** The most channels that a series has on its way, the sensor's included: what a buffer for it must hold. */
    public int mostChannels() {
        return IntStream.concat(IntStream.of(channels), series.stream().mapToInt(SignalStep.Series::channelsOut))
                .max()
                .orElseThrow();
    }
}
