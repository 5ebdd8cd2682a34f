package dev.mote.device.budget;

/**
 * A quantity that is known within bounds.
 *
 * @param low not above {@code typical}
 * @param high not below {@code typical}
 */
public record Estimate(double low, double typical, double high) {
    /** @throws IllegalArgumentException unless 0 <= low <= typical <= high, all finite */
    public Estimate {
        if (!(low >= 0 && low <= typical && typical <= high && Double.isFinite(high))) {
            throw new IllegalArgumentException(low + ", " + typical + ", " + high);
        }
    }

    public static Estimate exact(double value) {
        return new Estimate(value, value, value);
    }

    /** {@code value}, or up to {@code share} of it more or less. */
    public static Estimate within(double value, double share) {
        return new Estimate(value * (1 - share), value, value * (1 + share));
    }

    public Estimate times(double factor) {
        return new Estimate(low * factor, typical * factor, high * factor);
    }

    /** Of two quantities that may both be off in the same direction: bounds multiply. */
    public Estimate times(Estimate other) {
        return new Estimate(low * other.low, typical * other.typical, high * other.high);
    }

    public Estimate plus(Estimate other) {
        return new Estimate(low + other.low, typical + other.typical, high + other.high);
    }
}
