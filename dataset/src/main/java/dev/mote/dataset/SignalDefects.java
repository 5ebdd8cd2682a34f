package dev.mote.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts what was wrong with recordings and put right, so that a user is told. */
final class SignalDefects {
    private final Map<String, Long> counts = new LinkedHashMap<>();

    void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** As {@code 12 repeated time stamps: their samples averaged}. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        counts.forEach((what, count) -> notes.add(String.format(Locale.ROOT, "%,d %s", count, what)));
        return notes;
    }
}
