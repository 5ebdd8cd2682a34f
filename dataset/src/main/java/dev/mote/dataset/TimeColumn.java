package dev.mote.dataset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The column of a signal's time.
 *
 * @param name empty: there is none, and rows follow each other at a known rate
 */
public record TimeColumn(String name, Unit unit) {
    /** Rows without a time. */
    public static final TimeColumn NONE = new TimeColumn("", Unit.US);

    /** Of a time column. Names are those of recipes, in lower case. */
    public enum Unit {
        NS(0.001),
        US(1),
        MS(1_000),
        S(1_000_000);

        private final double micros;

        Unit(double micros) {
            this.micros = micros;
        }

        /** In whole microseconds. A whole number is read exactly: nanoseconds since 1970 have more digits than a double. */
        public long micros(String text) {
            if (text.matches("[-+]?\\d+")) {
                long whole = Long.parseLong(text);
                return this == NS ? Math.floorDiv(whole, 1000) : Math.multiplyExact(whole, (long) micros);
            }
            double value = Double.parseDouble(text) * micros;
            if (!(Math.abs(value) < Long.MAX_VALUE / 2.0)) {
                throw new NumberFormatException("too large");
            }
            return Math.round(value);
        }

        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Unit> find(String keyword) {
            return Arrays.stream(values())
                    .filter(unit -> unit.keyword().equals(keyword))
                    .findFirst();
        }
    }

    /** By the end of its name, as {@code timestamp_ms}; empty if the name does not end in a unit. */
    public static Optional<TimeColumn> named(String name) {
        int end = name.lastIndexOf('_');
        return Unit.find(name.substring(end + 1)).filter(unit -> end > 0).map(unit -> new TimeColumn(name, unit));
    }
}
