package dev.mote.device.fault;

/** Values that were read wrongly: with the level as its probability a value is any number within the full scale, each axis by itself. */
record Spikes(Setting setting) implements ValueFault {
    Spikes {
        setting.require(FaultKind.SPIKES);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        int[] channels = site.channels(setting);
        Chance whether = chance.part(0);
        Chance what = chance.part(1);
        return (number, micros, values) -> {
            for (int c : channels) {
                if (whether.uniform(number, c) < setting.value()) {
                    values[c] = (float) what.uniform(number, c, -site.fullScale(c), site.fullScale(c));
                }
            }
        };
    }
}
