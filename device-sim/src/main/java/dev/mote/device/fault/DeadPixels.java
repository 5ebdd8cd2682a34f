package dev.mote.device.fault;

/** The level is the share of pixels that always give 0 or the full scale, each as likely; they stay the same from image to image. */
record DeadPixels(Setting setting) implements ValueFault {
    DeadPixels {
        setting.require(FaultKind.DEAD);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        Chance whether = chance.part(0);
        Chance what = chance.part(1);
        int channels = site.channels();
        return (number, micros, values) -> {
            for (int i = 0; i < values.length; i++) {
                int pixel = i / channels;
                if (whether.uniform(0, pixel) < setting.value()) {
                    values[i] = what.sign(0, pixel) < 0 ? 0 : site.fullScale(i % channels);
                }
            }
        };
    }
}
