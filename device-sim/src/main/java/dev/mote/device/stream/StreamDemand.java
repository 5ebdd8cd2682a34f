package dev.mote.device.stream;

import dev.mote.dataset.recording.RecordingFormat;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.stream.StreamPlan;
import java.util.List;

/**
 * What a model wants of a stream.
 *
 * @param channels in the order of a sample
 * @param units of the channels; empty where nobody told
 * @param rateHertz samples a second; 0 if any rate will do
 * @param labels names of its classes
 * @param maxGapMicros a longer silence is not bridged
 */
public record StreamDemand(
        List<String> channels, List<String> units, double rateHertz, List<String> labels, long maxGapMicros) {
    public StreamDemand {
        channels = List.copyOf(channels);
        units = List.copyOf(units);
        labels = List.copyOf(labels);
    }

    public static StreamDemand of(StreamPlan plan, InputPreparation preparation) {
        List<String> channels = plan.channels();
        return new StreamDemand(
                channels,
                RecordingFormat.units(preparation.unit(), channels.size()),
                plan.rateHertz(),
                plan.labels(),
                plan.maxGapMicros());
    }
}
