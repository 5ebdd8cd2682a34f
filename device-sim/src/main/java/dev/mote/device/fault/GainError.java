package dev.mote.device.fault;

import java.util.Arrays;

/** Each axis reads too much or too little: a' = (1 + level) a or (1 - level) a. */
record GainError(Setting setting) implements ValueFault {
    GainError {
        setting.require(FaultKind.GAIN);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        double[] gains = new double[site.channels()];
        Arrays.fill(gains, 1);
        for (int channel : site.channels(setting)) {
            gains[channel] += setting.signed(chance, site.axis(channel));
        }
        return (number, micros, values) -> {
            for (int c = 0; c < gains.length; c++) {
                values[c] = (float) (values[c] * gains[c]);
            }
        };
    }
}
