package dev.mote.dataset.recording;

import java.util.Locale;

/** What can be wrong with a row of a stream. */
public enum Defect {
    MISSING_VALUE("values missing, NaN or infinite"),
    UNREADABLE_VALUE("values that are no number"),
    WRONG_COLUMNS("rows with another number of columns than the header"),
    UNREADABLE_TIME("rows without a readable time"),
    REPEATED_TIME("rows with the time of the row before"),
    BACKWARD_TIME("rows older than the row before"),
    SHORT_GAP("silences of a few samples"),
    LONG_GAP("silences too long to be bridged: the device starts anew"),
    CLOCK_RESET("jumps of the clock to an earlier time: the device starts anew");

    private final String text;

    Defect(String text) {
        this.text = text;
    }

    /** For people. */
    public String text() {
        return text;
    }

    /** For JSON. */
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
