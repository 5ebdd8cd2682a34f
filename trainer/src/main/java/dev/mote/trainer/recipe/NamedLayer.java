package dev.mote.trainer.recipe;

import java.util.Objects;

/**
 * A layer in its place.
 *
 * @param name unique in the recipe; tensors are named after it
 * @param line in the recipe's file; 0 for a recipe built in Java
 */
public record NamedLayer(String name, Layer layer, int line) {
    public NamedLayer {
        Objects.requireNonNull(layer);
        if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,63}")) {
            throw new InvalidValueException(
                    "name", "'" + name + "', expected a letter, then at most 63 letters, digits and underscores");
        }
    }
}
