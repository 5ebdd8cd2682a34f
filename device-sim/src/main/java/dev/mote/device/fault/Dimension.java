package dev.mote.device.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the level of a fault is measured in, with the units that a user may write and their size in the first of them. */
enum Dimension {
    /** Of the measured quantity; which units fit is a matter of the channels, see {@link ChannelUnit}. */
    AMOUNT("an amount, as 0.05g, 50mg, 0.5m/s2, 0.02rad/s, 1dps, or 2% of the full scale", Map.of()),
    SHARE("a share, as 2% or 0.02", sizes("%", 0.01)),
    ANGLE("an angle, as 5deg or 0.1rad", sizes("deg", 1, "rad", Math.toDegrees(1))),
    TIME("a time, as 2ms or 500us", sizes("ms", 1e-3, "us", 1e-6, "s", 1)),
    FREQUENCY("samples a second, as 40Hz", sizes("hz", 1)),
    BITS("a number of bits, as 8", sizes("bit", 1, "bits", 1)),
    PIXELS("pixels, as 2 or 2px", sizes("px", 1)),
    AXES("axes, as x, xy or xyz", Map.of());

    private final String expected;
    private final Map<String, Double> units;

    Dimension(String expected, Map<String, Double> units) {
        this.expected = expected;
        this.units = units;
    }

    private static Map<String, Double> sizes(Object... namesAndSizes) {
        Map<String, Double> units = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSizes.length; i += 2) {
            units.put((String) namesAndSizes[i], ((Number) namesAndSizes[i + 1]).doubleValue());
        }
        return units;
    }

    /** For an error message. */
    String expected() {
        return expected;
    }

    /** Lower-case names of units with their size; of time in seconds, of angles in degrees. */
    Map<String, Double> units() {
        return units;
    }

    /** Whether a bare number means something: of a time it would be anybody's guess. */
    boolean bare() {
        return this != TIME && this != AXES;
    }
}
