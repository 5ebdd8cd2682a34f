package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.TimedSample;

/** Each sample comes twice with the level as its probability, both times with its own stamp. */
record Duplicates(Setting setting) implements OrderFault {
    Duplicates {
        setting.require(FaultKind.DUPLICATE);
    }

    @Override
    public SampleStream apply(SampleStream stream, Site site, Chance chance) {
        return new FilteredStream(stream) {
            private long number;

            @Override
            void step() {
                TimedSample sample = take();
                give(sample);
                if (chance.uniform(number++, 0) < setting.value()) {
                    give(sample);
                }
            }
        };
    }
}
