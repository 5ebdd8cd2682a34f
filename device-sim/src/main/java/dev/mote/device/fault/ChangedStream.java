package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.stream.TimedSample;
import java.util.Map;
import java.util.Optional;

/** The samples of a stream with changed values. */
final class ChangedStream implements SampleStream {
    private final SampleStream stream;
    private final ValueChange change;
    private long number;

    ChangedStream(SampleStream stream, ValueChange change) {
        this.stream = stream;
        this.change = change;
    }

    @Override
    public StreamFormat format() {
        return stream.format();
    }

    @Override
    public Optional<TimedSample> next() {
        Optional<TimedSample> next = stream.next();
        if (next.isEmpty()) {
            return next;
        }
        TimedSample sample = next.get();
        float[] values = sample.values().clone();
        change.apply(number++, sample.micros(), values);
        return Optional.of(sample.withValues(values));
    }

    @Override
    public Map<String, Long> defects() {
        return stream.defects();
    }

    @Override
    public void close() {
        stream.close();
    }
}
