package dev.mote.device.stream;

import java.util.Map;
import java.util.Optional;

/** Samples one after the other, of which only few are in memory at a time. For one thread, once. */
public interface SampleStream extends AutoCloseable {
    StreamFormat format();

    /**
     * The next sample; empty at the end.
     *
     * @throws dev.mote.model.BadInputException one line, where the stream's policy does not allow what is wrong with it
     */
    Optional<TimedSample> next();

    /** What was wrong with the samples so far, and put right or left out: how often, by kind. */
    default Map<String, Long> defects() {
        return Map.of();
    }

    @Override
    default void close() {}
}
