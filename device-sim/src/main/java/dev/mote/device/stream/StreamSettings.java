package dev.mote.device.stream;

import dev.mote.dataset.recording.BadDataPolicy;
import java.util.Map;

/**
 * What a user says about a stream.
 *
 * @param channels names of the stream's channels by the model's names
 * @param units of the stream's channels, by a channel's name or the beginning of several
 * @param resample whether samples are brought to the model's rate by their times
 */
public record StreamSettings(
        BadDataPolicy policy, Map<String, String> channels, Map<String, String> units, boolean resample) {
    public static final StreamSettings DEFAULT =
            new StreamSettings(BadDataPolicy.INTERPOLATE, Map.of(), Map.of(), false);

    public StreamSettings {
        channels = Map.copyOf(channels);
        units = Map.copyOf(units);
    }
}
