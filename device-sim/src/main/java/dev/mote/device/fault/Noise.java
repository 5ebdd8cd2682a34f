package dev.mote.device.fault;

/** White noise: a' = a + n, n normal with the level as its deviation; for every axis, or pixel, and sample anew. */
record Noise(Setting setting) implements ValueFault {
    Noise {
        setting.require(FaultKind.NOISE);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        double[] deviations = site.amounts(setting);
        return site.format().isImages() ? ofImages(site, deviations, chance) : ofSensors(site, deviations, chance);
    }

    private static ValueChange ofSensors(Site site, double[] deviations, Chance chance) {
        int[] axes = new int[deviations.length];
        for (int c = 0; c < axes.length; c++) {
            axes[c] = site.axis(c);
        }
        return (number, micros, values) -> {
            for (int c = 0; c < axes.length; c++) {
                if (deviations[c] != 0) {
                    values[c] = (float) (values[c] + deviations[c] * chance.normal(number, axes[c]));
                }
            }
        };
    }

    /** An image stays within 0 and its full scale. */
    private static ValueChange ofImages(Site site, double[] deviations, Chance chance) {
        int channels = deviations.length;
        return (number, micros, values) -> {
            for (int i = 0; i < values.length; i++) {
                if (deviations[i % channels] != 0) {
                    double noisy = values[i] + deviations[i % channels] * chance.normal(number, i);
                    values[i] = (float) Math.clamp(noisy, 0, site.fullScale(i % channels));
                }
            }
        };
    }
}
