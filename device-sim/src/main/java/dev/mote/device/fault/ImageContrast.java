package dev.mote.device.fault;

/** Less contrast: p' = m + (1 - level) (p - m), m the mean of the image. */
record ImageContrast(Setting setting) implements ValueFault {
    ImageContrast {
        setting.require(FaultKind.CONTRAST);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        return (number, micros, values) -> {
            double sum = 0;
            for (float value : values) {
                sum += value;
            }
            double mean = sum / values.length;
            for (int i = 0; i < values.length && setting.value() != 0; i++) {
                values[i] = (float) (mean + (1 - setting.value()) * (values[i] - mean));
            }
        };
    }
}
