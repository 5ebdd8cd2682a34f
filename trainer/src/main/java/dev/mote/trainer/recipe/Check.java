package dev.mote.trainer.recipe;

/** Range checks of recipe values; the message says the key, what was found and what is expected. */
final class Check {
    private Check() {}

    static void whole(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new InvalidValueException(key, value + ", expected " + min + " to " + max);
        }
    }

    /** Both bounds are allowed values. */
    static void within(String key, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidValueException(key, number(value) + ", expected " + number(min) + " to " + number(max));
        }
    }

    /** {@code min} is allowed, {@code limit} is not. */
    static void below(String key, double value, double min, double limit) {
        if (!(value >= min && value < limit)) {
            throw new InvalidValueException(
                    key, number(value) + ", expected " + number(min) + " or more and below " + number(limit));
        }
    }

    static void positive(String key, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidValueException(key, number(value) + ", expected a number above 0");
        }
    }

    /** Without the {@code .0} of a whole number. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
