package dev.mote.device.stream;

import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.dataset.recording.Recording;
import java.util.LinkedHashMap;
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

    /**
     * {@link #units} that convert whatever a recording's own units tell to those of a model.
     *
     * @throws dev.mote.model.BadInputException one line, if the recording lacks a channel
     */
    public static Map<String, String> ownUnits(Recording recording, StreamDemand demand) {
        int[] places = ChannelMatch.of(recording, demand.channels(), Map.of()).places();
        Map<String, String> told = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            String own = recording.format().units().get(places[i]);
            String wanted = demand.units().get(i);
            if (!UnitMatch.isUnknown(own) && !UnitMatch.isUnknown(wanted) && !own.equalsIgnoreCase(wanted)) {
                told.put(demand.channels().get(i), own);
            }
        }
        return told;
    }
}
