package dev.mote.model.graph;

/** The least and the greatest value of an integer type that fits 32 bits. */
public record IntegerRange(int min, int max) {

    /** @throws IllegalArgumentException for types without such a range: float32, int64, bool */
    public static IntegerRange of(TensorType type) {
        return switch (type) {
            case INT8 -> new IntegerRange(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case UINT8 -> new IntegerRange(0, 255);
            case INT16 -> new IntegerRange(Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> new IntegerRange(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case FLOAT32, INT64, BOOL, OTHER -> throw new IllegalArgumentException(type + " has no range of integers");
        };
    }

    public boolean contains(int value) {
        return value >= min && value <= max;
    }

    /** The nearest value inside. */
    public int clamp(int value) {
        return Math.min(Math.max(value, min), max);
    }

    /** As {@code [-128, 127]}. */
    @Override
    public String toString() {
        return "[" + min + ", " + max + "]";
    }
}
