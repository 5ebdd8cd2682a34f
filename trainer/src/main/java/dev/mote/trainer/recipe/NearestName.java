package dev.mote.trainer.recipe;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a misspelled name was meant to be. */
final class NearestName {
    private NearestName() {}

    /** {@code ; did you mean 'filters'?}, or the list of known names where none is near. */
    static String hint(String found, Collection<String> known) {
        return nearest(found, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElseGet(() -> "; known: " + String.join(", ", known));
    }

    private static Optional<String> nearest(String found, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(found, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(found, name)));
    }

    /** Letters to insert, remove or replace (Levenshtein). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
