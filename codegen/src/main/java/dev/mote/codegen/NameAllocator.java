package dev.mote.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Hands out C names, each once. */
final class NameAllocator {
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> shared = new HashMap<>();

    /** {@code wanted}, or with a number behind it where that is taken or a word of C. */
    String allocate(String wanted) {
        String name = wanted;
        for (int number = 2; CNames.isReserved(name) || !taken.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    /** As {@link #allocate}, but the same name each time: of what several layers use. */
    String share(String wanted) {
        return shared.computeIfAbsent(wanted, this::allocate);
    }
}
