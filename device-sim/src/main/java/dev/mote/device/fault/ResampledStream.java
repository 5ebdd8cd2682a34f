package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.TimedSample;

/**
 * A sensor that measures at other times than the recording has: values lie on straight lines between neighbours, labels are those of the
 * nearer one. Each stretch begins with its first sample; over a gap nothing is measured.
 */
final class ResampledStream extends FilteredStream {
    private final double intervalMicros;
    private final double stepMicros;
    private final double clock;

    private TimedSample left;
    private long streamBegin;
    private long stretchBegin;
    private long number;

    /**
     * @param stepMicros from one measurement to the next, by the true clock
     * @param clock how much faster than the true one the clock goes that makes the stamps
     */
    ResampledStream(SampleStream stream, double stepMicros, double clock) {
        super(stream);
        this.intervalMicros = stream.format().intervalMicros();
        this.stepMicros = stepMicros;
        this.clock = clock;
    }

    @Override
    void step() {
        if (left == null) {
            streamBegin = peek().micros();
            begin(take());
            return;
        }
        TimedSample right = take();
        if (right.stretch() != left.stretch()) {
            begin(right);
            return;
        }
        boolean gap = Between.isGap(left, right, intervalMicros);
        for (; due() <= right.micros(); number++) {
            if (!gap || due() == right.micros()) {
                measure(left, right);
            }
        }
        left = right;
    }

    /** The first sample of a stretch is one of the device's as well. */
    private void begin(TimedSample first) {
        left = first;
        stretchBegin = first.micros();
        number = 1;
        give(first.withMicros(stamp(first.micros())));
    }

    /** True time of the next measurement. */
    private double due() {
        return stretchBegin + number * stepMicros;
    }

    private void measure(TimedSample before, TimedSample after) {
        double due = due();
        TimedSample nearer = due - before.micros() < after.micros() - due ? before : after;
        give(new TimedSample(stamp(due), Between.values(before, after, due), nearer.label(), nearer.stretch()));
    }

    private long stamp(double micros) {
        return Math.round(streamBegin + (micros - streamBegin) * clock);
    }
}
