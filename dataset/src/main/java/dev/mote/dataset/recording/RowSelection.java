package dev.mote.dataset.recording;

import java.util.Set;

/**
 * Whose rows of a file are taken.
 *
 * @param groups empty: everybody's
 */
public record RowSelection(Set<String> groups) {
    public static final RowSelection ALL = new RowSelection(Set.of());

    public RowSelection {
        groups = Set.copyOf(groups);
    }

    public boolean takes(String group) {
        return groups.isEmpty() || groups.contains(group);
    }
}
