package dev.mote.device.fault;

/**
 * A coarse converter: the full scale -F to F has 2^level steps, q = 2 F / 2^level, a' = q floor(a / q + 1/2), from -F to F - q. As a
 * sensor's register does, one end is a step shorter.
 */
record FewBits(Setting setting) implements ValueFault {
    FewBits {
        setting.require(FaultKind.BITS);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        double half = 1 << ((int) setting.value() - 1);
        int[] channels = site.channels(setting);
        return (number, micros, values) -> {
            for (int c : channels) {
                double step = site.fullScale(c) / half;
                double code = Math.clamp(Math.floor(values[c] / step + 0.5), -half, half - 1);
                values[c] = (float) (code * step);
            }
        };
    }
}
