package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.stream.TimedSample;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** A stream that gives, for each time it is asked, none, one or several samples of another one. */
abstract class FilteredStream implements SampleStream {
    private final SampleStream stream;
    private final Queue<TimedSample> ready = new ArrayDeque<>();
    private TimedSample ahead;
    private boolean ended;

    FilteredStream(SampleStream stream) {
        this.stream = stream;
    }

    /** Reads with {@link #take} and gives with {@link #give}; called again until something was given or nothing is left. */
    abstract void step();

    /** The sample that {@link #take} will give; null at the end. */
    final TimedSample peek() {
        if (ahead == null && !ended) {
            ahead = stream.next().orElse(null);
            ended = ahead == null;
        }
        return ahead;
    }

    /** The next sample; null at the end. */
    final TimedSample take() {
        TimedSample taken = peek();
        ahead = null;
        return taken;
    }

    final void give(TimedSample sample) {
        ready.add(sample);
    }

    @Override
    public final StreamFormat format() {
        return stream.format();
    }

    @Override
    public final Optional<TimedSample> next() {
        while (ready.isEmpty() && peek() != null) {
            step();
        }
        return Optional.ofNullable(ready.poll());
    }

    @Override
    public final Map<String, Long> defects() {
        return stream.defects();
    }

    @Override
    public final void close() {
        stream.close();
    }
}
