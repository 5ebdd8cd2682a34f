package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.stream.TimedSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples of a stream after some changes of their values, one after the other. */
final class ChangedStream implements SampleStream {
    private final SampleStream stream;
    private final List<ValueChange> changes;
    private long number;

    ChangedStream(SampleStream stream, List<ValueChange> changes) {
        this.stream = stream;
        this.changes = List.copyOf(changes);
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
        for (ValueChange change : changes) {
            change.apply(number, sample.micros(), values);
        }
        number++;
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
