package dev.mote.device.catalogue;

import java.util.Locale;

/** How far a name is from another that may have been meant. */
final class Similarity {
    /** A name that holds the text, as nucleo or esp, is meant before any other. */
    private static final int PART = -100;

    private Similarity() {}

    /** Letters to insert, remove or exchange; less where {@code name} holds {@code text}. Case, spaces and underscores do not count. */
    static int distance(String text, String name) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        int edits = edits(plain, name);
        return !plain.isEmpty() && name.contains(plain) ? PART + edits : edits;
    }

    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
