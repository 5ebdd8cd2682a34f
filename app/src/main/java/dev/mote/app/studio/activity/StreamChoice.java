package dev.mote.app.studio.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A stream that a page can choose. The components are the JSON keys.
 *
 * @param id by which requests name it; no path
 * @param title for people
 * @param scheduled whether a schedule of activities can be told
 * @param live whether the page sends the samples itself
 * @param own whether it is the data set that the model was trained on
 * @param fits false if the model wants channels that it has not; true if it may fit
 */
public record StreamChoice(
        String id,
        String title,
        Kind kind,
        boolean synthetic,
        boolean scheduled,
        boolean live,
        boolean own,
        boolean fits) {
    /** Where samples come from. */
    public enum Kind {
        DATASET,
        GENERATED,
        UPLOAD,
        PHONE;

        /** For JSON. */
        @JsonValue
        public String keyword() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
