package dev.mote.device.fault;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of acceleration or of angular rate.
 *
 * @param quantity that it measures
 * @param size in m/s2 or rad/s
 */
record ChannelUnit(Quantity quantity, double size) {
    enum Quantity {
        ACCELERATION,
        ANGULAR_RATE
    }

    /** Standard gravity, in m/s2: ISO 80000-3. */
    private static final double GRAVITY = 9.80665;

    private static final Map<String, ChannelUnit> KNOWN = Map.ofEntries(
            of("g", Quantity.ACCELERATION, GRAVITY),
            of("mg", Quantity.ACCELERATION, GRAVITY / 1000),
            of("m/s2", Quantity.ACCELERATION, 1),
            of("m/s^2", Quantity.ACCELERATION, 1),
            of("rad/s", Quantity.ANGULAR_RATE, 1),
            of("mrad/s", Quantity.ANGULAR_RATE, 1e-3),
            of("deg/s", Quantity.ANGULAR_RATE, Math.toRadians(1)),
            of("dps", Quantity.ANGULAR_RATE, Math.toRadians(1)),
            of("mdps", Quantity.ANGULAR_RATE, Math.toRadians(1e-3)));

    private static Map.Entry<String, ChannelUnit> of(String name, Quantity quantity, double size) {
        return Map.entry(name, new ChannelUnit(quantity, size));
    }

    static Optional<ChannelUnit> named(String name) {
        return Optional.ofNullable(KNOWN.get(name.strip().toLowerCase(Locale.ROOT)));
    }
}
