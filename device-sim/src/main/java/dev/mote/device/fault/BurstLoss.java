package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.TimedSample;
import dev.mote.model.BadInputException;

/**
 * The channel of Gilbert and Elliott, which passes every sample in its good state and none in its bad one: bad to good with probability
 * 1 / L, good to bad with s / ((1 - s) L). Then the share s is lost, in bursts that are L samples long on average.
 */
record BurstLoss(Setting setting) implements OrderFault {
    private static final int MEAN_LENGTH = 25;

    BurstLoss {
        setting.require(FaultKind.BURST);
        if (begin(setting) > 1) {
            throw new BadInputException("--fault " + setting.text() + ": bursts of "
                    + setting.length(MEAN_LENGTH) + " are too short to lose so much; give longer ones, as "
                    + setting.kind().option() + ":" + Math.round(100 * setting.value()) + "%/" + MEAN_LENGTH);
        }
    }

    private static double begin(Setting setting) {
        return setting.value() / ((1 - setting.value()) * setting.length(MEAN_LENGTH));
    }

    @Override
    public SampleStream apply(SampleStream stream, Site site, Chance chance) {
        double begin = begin(setting);
        double end = 1.0 / setting.length(MEAN_LENGTH);
        return new FilteredStream(stream) {
            private long number;
            private boolean bad = chance.uniform(-1, 0) < setting.value();

            @Override
            void step() {
                TimedSample sample = take();
                if (!bad) {
                    give(sample);
                }
                double drawn = chance.uniform(number++, 0);
                bad = bad ? drawn >= end : drawn < begin;
            }
        };
    }
}
