package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.stream.TimedSample;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * A stream whose faults can be changed while it runs. No sample gets lost by a change: what the faults until then hold (a packet on its
 * way, a burst that has begun) comes out first, then the new ones begin, with sample number 0, on what was not read yet.
 */
public final class ChangeableFaults implements SampleStream {
    /** Samples that are kept for {@link #measured}. */
    private static final int MOST_KEPT = 65_536;

    private final Source source;
    private final float[] fullScale;
    private final Queue<TimedSample> held = new ArrayDeque<>();
    private Faults faults = Faults.NONE;
    private SampleStream faulty;
    /** Time that a wrong clock has gained: the device's clock does not jump when the fault goes. */
    private long shift;

    private long lastMicros;

    /** @param fullScale of each channel, in its unit */
    public ChangeableFaults(SampleStream stream, float[] fullScale) {
        this.source = new Source(stream);
        this.fullScale = fullScale.clone();
        this.faulty = source;
    }

    /**
     * From now on these. Nothing changes if they do not suit the stream.
     *
     * @throws dev.mote.model.BadInputException one line, if a fault does not suit the stream
     */
    public void change(Faults others, long seed) {
        SampleStream next = others.apply(source, fullScale, seed);
        source.closed = true;
        for (Optional<TimedSample> left = faulty.next(); left.isPresent(); left = faulty.next()) {
            held.add(stamped(left.get()));
        }
        source.closed = false;
        boolean wrongClock = faults.list().stream().anyMatch(fault -> fault.kind() == FaultKind.SKEW);
        shift = wrongClock && source.count > 0 ? lastMicros - source.lastMicros : shift;
        faults = others;
        faulty = next;
    }

    @Override
    public Optional<TimedSample> next() {
        return held.isEmpty() ? faulty.next().map(this::stamped) : Optional.of(held.poll());
    }

    private TimedSample stamped(TimedSample sample) {
        TimedSample stamped = shift == 0 ? sample : sample.withMicros(sample.micros() + shift);
        lastMicros = Math.max(lastMicros, stamped.micros());
        return stamped;
    }

    /** Samples that were read of the stream before the faults. */
    public long count() {
        return source.count;
    }

    /** Those since the last call, before the faults; the oldest are left out if they are very many. */
    public List<TimedSample> measured() {
        List<TimedSample> taken = new ArrayList<>(source.kept);
        source.kept.clear();
        return taken;
    }

    @Override
    public StreamFormat format() {
        return source.format();
    }

    @Override
    public Map<String, Long> defects() {
        return source.defects();
    }

    @Override
    public void close() {
        source.close();
    }

    /** The stream before the faults. While it is closed it seems to end. */
    private static final class Source implements SampleStream {
        private final SampleStream stream;
        private final Queue<TimedSample> kept = new ArrayDeque<>();
        private boolean closed;
        private long count;
        private long lastMicros;

        Source(SampleStream stream) {
            this.stream = stream;
        }

        @Override
        public StreamFormat format() {
            return stream.format();
        }

        @Override
        public Optional<TimedSample> next() {
            Optional<TimedSample> next = closed ? Optional.empty() : stream.next();
            next.ifPresent(this::count);
            return next;
        }

        private void count(TimedSample sample) {
            count++;
            lastMicros = sample.micros();
            kept.add(sample);
            if (kept.size() > MOST_KEPT) {
                kept.poll();
            }
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
}
