package dev.mote.trainer.network;

/** The real numbers that the integers of an activation stand for: {@code min} at most 0, {@code max} at least 0. */
public record ValueRange(double min, double max) {
    public ValueRange {
        min = Math.min(min, 0);
        max = Math.max(max, 0);
    }

    ValueRange union(ValueRange other) {
        return new ValueRange(Math.min(min, other.min), Math.max(max, other.max));
    }

    ValueRange intersection(ValueRange other) {
        return new ValueRange(Math.max(min, other.min), Math.min(max, other.max));
    }
}
