package dev.mote.quantizer;

import java.util.Set;
import java.util.TreeSet;

/**
 * Which activations are held in int16 in place of int8, with int8 weights as before.
 *
 * @param all every activation that operators can take in int16
 * @param names of tensors, where not all
 */
public record WideActivations(boolean all, Set<String> names) {
    public static final WideActivations NONE = new WideActivations(false, Set.of());
    public static final WideActivations ALL = new WideActivations(true, Set.of());

    public WideActivations {
        names = Set.copyOf(names);
    }

    public static WideActivations of(Set<String> names) {
        return new WideActivations(false, names);
    }

    boolean has(String name) {
        return all || names.contains(name);
    }

    /** As reports write it: {@code int8}, {@code int16}, or the names in alphabetical order. */
    public String text() {
        if (all) {
            return "int16";
        }
        return names.isEmpty() ? "int8" : "int16 for " + String.join(", ", new TreeSet<>(names));
    }
}
