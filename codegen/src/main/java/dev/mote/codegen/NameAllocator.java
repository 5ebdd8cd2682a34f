package dev.mote.codegen;

import java.util.HashSet;
import java.util.Set;

/** Hands out C names, each once. */
final class NameAllocator {
    private final Set<String> taken = new HashSet<>();

    /** {@code wanted}, or with a number behind it where that is taken or a word of C. */
    String allocate(String wanted) {
        String name = wanted;
        for (int number = 2; CNames.isReserved(name) || !taken.add(name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }
}
