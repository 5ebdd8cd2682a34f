package dev.mote.trainer.tune;

import java.util.List;

/**
 * What is varied: one place of a recipe, or several that always have the same value.
 *
 * @param paths as {@code layers.conv2d_1.filters}
 */
public record Axis(List<String> paths, Domain domain) {
    public Axis {
        paths = List.copyOf(paths);
    }

    /** As the user gave it. */
    public String name() {
        return String.join(",", paths);
    }
}
