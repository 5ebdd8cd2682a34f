package dev.mote.app.pipeline;

import dev.mote.dataset.DataDirectory;
import dev.mote.device.stream.StreamSettings;
import java.util.List;
import java.util.Locale;

/**
 * Which stream a simulation runs on.
 *
 * @param name as of {@code --stream}
 * @param subjects whose recordings are taken; none: all of the part
 * @param seed of generated data and of splits
 * @param rateHertz of a stream without times; 0 if nobody told
 */
public record StreamRequest(
        String name,
        List<String> subjects,
        DataDirectory directory,
        long seed,
        double rateHertz,
        StreamSettings settings) {
    public StreamRequest {
        subjects = List.copyOf(subjects);
    }

    /** Whether samples come while the simulation runs. */
    public boolean isLive() {
        return name.equals("-") || isWebSocket();
    }

    /** A generated person of this number, for so long. */
    StreamRequest ofPerson(int number, double seconds) {
        return new StreamRequest(
                String.format(Locale.ROOT, "%s:for=%.3fs", name, seconds),
                List.of(Integer.toString(number)),
                directory,
                seed,
                rateHertz,
                settings);
    }

    boolean isWebSocket() {
        return name.startsWith("ws://") || name.startsWith("wss://");
    }
}
