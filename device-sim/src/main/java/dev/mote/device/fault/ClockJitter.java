package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.TimedSample;

/**
 * The sensor measures a little before or after the time that it tells: sample n at t + d, stamped t, d normal with the level as its
 * deviation, but less than half an interval, so that samples keep their order.
 */
record ClockJitter(Setting setting) implements OrderFault {
    ClockJitter {
        setting.require(FaultKind.JITTER);
    }

    @Override
    public SampleStream apply(SampleStream stream, Site site, Chance chance) {
        return setting.value() == 0 ? stream : new Jittered(stream, setting.value() * 1e6, chance);
    }

    private static final class Jittered extends FilteredStream {
        private final double interval;
        private final double deviation;
        private final Chance chance;
        private TimedSample before;
        private long number;

        Jittered(SampleStream stream, double deviationMicros, Chance chance) {
            super(stream);
            this.interval = stream.format().intervalMicros();
            this.deviation = deviationMicros;
            this.chance = chance;
        }

        @Override
        void step() {
            TimedSample sample = take();
            TimedSample after = peek();
            double early = Math.clamp(deviation * chance.normal(number++, 0), -interval / 2, interval / 2);
            TimedSample neighbour = early < 0 ? before : after;
            give(neighbour == null ? sample : moved(sample, neighbour, early));
            before = sample;
        }

        private TimedSample moved(TimedSample sample, TimedSample neighbour, double late) {
            TimedSample left = late < 0 ? neighbour : sample;
            TimedSample right = late < 0 ? sample : neighbour;
            if (right.micros() <= left.micros() || Between.isGap(left, right, interval)) {
                return sample;
            }
            double at = Math.clamp(sample.micros() + late, left.micros(), right.micros());
            return sample.withValues(Between.values(left, right, at));
        }
    }
}
