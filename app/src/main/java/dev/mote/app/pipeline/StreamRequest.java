package dev.mote.app.pipeline;

import dev.mote.dataset.DataDirectory;
import dev.mote.device.stream.StreamSettings;
import java.util.List;

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

    boolean isWebSocket() {
        return name.startsWith("ws://") || name.startsWith("wss://");
    }
}
