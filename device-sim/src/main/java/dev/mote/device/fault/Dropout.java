package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.TimedSample;

/** Each sample is lost with the level as its probability, whatever happens to the others. */
record Dropout(Setting setting) implements OrderFault {
    Dropout {
        setting.require(FaultKind.DROPOUT);
    }

    @Override
    public SampleStream apply(SampleStream stream, Site site, Chance chance) {
        return new FilteredStream(stream) {
            private long number;

            @Override
            void step() {
                TimedSample sample = take();
                if (chance.uniform(number++, 0) >= setting.value()) {
                    give(sample);
                }
            }
        };
    }
}
