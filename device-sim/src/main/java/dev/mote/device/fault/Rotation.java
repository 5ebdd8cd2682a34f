package dev.mote.device.fault;

import java.util.List;

/** The device is turned: a' = R(axis, angle) a, all its sensors alike. An image is turned about its middle. */
record Rotation(Setting setting) implements ValueFault {
    Rotation {
        setting.require(FaultKind.ROTATE);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        return site.format().isImages() ? ofImages(site, chance) : ofSensors(site, chance);
    }

    private ValueChange ofSensors(Site site, Chance chance) {
        List<Integer> sensors = site.sensors(setting);
        Turn turn = Turn.of(axis(chance), setting.value());
        return (number, micros, values) -> {
            if (setting.value() != 0) {
                sensors.forEach(first -> turn.apply(values, first));
            }
        };
    }

    private double[] axis(Chance chance) {
        return switch (setting.target()) {
            case "x" -> new double[] {1, 0, 0};
            case "y" -> new double[] {0, 1, 0};
            case "z" -> new double[] {0, 0, 1};
            default -> Turn.randomAxis(chance);
        };
    }

    /** The direction is drawn once: a camera that hangs askew. */
    private ValueChange ofImages(Site site, Chance chance) {
        double angle = Math.toRadians(setting.value()) * chance.sign(0, 3);
        double sin = StrictMath.sin(angle);
        double cos = StrictMath.cos(angle);
        double middleY = (site.height() - 1) / 2.0;
        double middleX = (site.width() - 1) / 2.0;
        ImageWarp warp = new ImageWarp(site);
        return (number, micros, values) -> warp.apply(values, (y, x, from) -> {
            from[0] = middleY + cos * (y - middleY) - sin * (x - middleX);
            from[1] = middleX + sin * (y - middleY) + cos * (x - middleX);
        });
    }
}
