package dev.mote.trainer.recipe;

import java.util.List;
import java.util.Objects;

/**
 * A layer in its place.
 *
 * @param name unique in the recipe; tensors are named after it
 * @param from names of the layers that it reads, or {@link #INPUT}: one, or several for a {@link Layer.Merge}
 * @param line in the recipe's file; 0 for a recipe built in Java
 */
public record NamedLayer(String name, List<String> from, Layer layer, int line) {
    /** What {@code from} calls the input of the network. */
    public static final String INPUT = "input";

    /** Most branches that one layer brings together. */
    private static final int MAX_BRANCHES = 100;

    public NamedLayer {
        Objects.requireNonNull(layer);
        from = List.copyOf(from);
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
            throw new InvalidValueException(
                    "name", "'" + name + "', expected a letter, then at most 63 letters, digits and underscores");
        }
        if (name.equals(INPUT)) {
            throw new InvalidValueException("name", "'input', which stands for the input of the network: use another");
        }
        if (layer instanceof Layer.Merge) {
            Check.whole("number of names in from", from.size(), 2, MAX_BRANCHES);
        } else {
            Check.whole("number of names in from", from.size(), 1, 1);
        }
    }
}
