package dev.mote.device.fault;

/** Each axis reads the level more or less: a' = a + level or a - level. */
record Bias(Setting setting) implements ValueFault {
    Bias {
        setting.require(FaultKind.BIAS);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        double[] offsets = site.amounts(setting);
        for (int c = 0; c < offsets.length; c++) {
            int sign = setting.sign() == 0 ? chance.sign(0, site.axis(c)) : setting.sign();
            offsets[c] = site.isWithoutSlowPart(c) ? 0 : sign * offsets[c];
        }
        return (number, micros, values) -> {
            for (int c = 0; c < offsets.length; c++) {
                values[c] = (float) (values[c] + offsets[c]);
            }
        };
    }
}
