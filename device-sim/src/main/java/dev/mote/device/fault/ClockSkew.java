package dev.mote.device.fault;

import dev.mote.device.stream.SampleStream;

/**
 * A clock that goes (1 + level) as fast as the true one: sample n is measured at the true time n T / (1 + level), and the device
 * takes it for n T.
 */
record ClockSkew(Setting setting) implements OrderFault {
    ClockSkew {
        setting.require(FaultKind.SKEW);
    }

    @Override
    public SampleStream apply(SampleStream stream, Site site, Chance chance) {
        double clock = 1 + setting.signed(chance, 0);
        return setting.value() == 0
                ? stream
                : new ResampledStream(stream, site.format().intervalMicros() / clock, clock);
    }
}
