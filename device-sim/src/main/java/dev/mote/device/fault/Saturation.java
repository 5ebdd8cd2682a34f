package dev.mote.device.fault;

/** The sensor measures no more than the level on either side: a' = min(max(a, -level), level). */
record Saturation(Setting setting) implements ValueFault {
    Saturation {
        setting.require(FaultKind.RANGE);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        double[] limits = site.amounts(setting);
        boolean[] limited = new boolean[limits.length];
        for (int channel : site.channels(setting)) {
            limited[channel] = setting.value() == 0 || limits[channel] != 0;
        }
        return (number, micros, values) -> {
            for (int c = 0; c < limits.length; c++) {
                if (limited[c]) {
                    values[c] = (float) Math.clamp(values[c], -limits[c], limits[c]);
                }
            }
        };
    }
}
