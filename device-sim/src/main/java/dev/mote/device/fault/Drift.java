package dev.mote.device.fault;

/** A bias that follows a slow change, as of temperature: a'(t) = a(t) + level sin(2 pi (t / 600 s + phase)), a phase for each axis. */
record Drift(Setting setting) implements ValueFault {
    private static final double PERIOD_MICROS = 600e6;

    Drift {
        setting.require(FaultKind.DRIFT);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        double[] amounts = site.amounts(setting);
        double[] phases = new double[amounts.length];
        for (int c = 0; c < phases.length; c++) {
            phases[c] = chance.uniform(0, site.axis(c));
            amounts[c] = site.isWithoutSlowPart(c) ? 0 : amounts[c];
        }
        return (number, micros, values) -> {
            for (int c = 0; c < phases.length; c++) {
                if (amounts[c] != 0) {
                    double turns = micros / PERIOD_MICROS + phases[c];
                    values[c] = (float) (values[c] + amounts[c] * StrictMath.sin(2 * Math.PI * turns));
                }
            }
        };
    }
}
