package dev.mote.device.catalogue;

import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How far a name is from another that may have been meant. */
final class Similarity {
    /** A name that holds the text, as nucleo or esp, is meant before any other. */
    private static final int PART = -100;

    private Similarity() {}

    /** Letters to insert, remove or exchange; less where {@code name} holds {@code text}. Case, spaces and underscores do not count. */
    static int distance(String text, String name) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
        int edits = LevenshteinDistance.getDefaultInstance().apply(plain, name);
        return !plain.isEmpty() && name.contains(plain) ? PART + edits : edits;
    }
}
