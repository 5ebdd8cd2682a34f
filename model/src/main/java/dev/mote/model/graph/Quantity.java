package dev.mote.model.graph;

/**
 * A named number: a feature of a table, or a value that a model predicts.
 *
 * @param unit as {@code m2} or {@code thousand euro}; may be empty
 */
public record Quantity(String name, String unit) {
    public Quantity {
        name = name == null ? "" : name;
        unit = unit == null ? "" : unit;
    }

    /** As {@code price (thousand euro)}. */
    @Override
    public String toString() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
