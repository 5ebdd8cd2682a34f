package dev.mote.device.fault;

/** Each image is moved by the level in a direction of its own. */
record ImageShift(Setting setting) implements ValueFault {
    ImageShift {
        setting.require(FaultKind.SHIFT);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        ImageWarp warp = new ImageWarp(site);
        return (number, micros, values) -> {
            double direction = chance.uniform(number, 0, 0, 2 * Math.PI);
            double down = setting.value() * StrictMath.sin(direction);
            double across = setting.value() * StrictMath.cos(direction);
            warp.apply(values, (y, x, from) -> {
                from[0] = y - down;
                from[1] = x - across;
            });
        };
    }
}
