package dev.mote.app.studio.runs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What can be uploaded. */
public enum UploadKind {
    MODEL("model.tflite"),
    RECORDING("recording.csv");

    private static final int IDENTIFIER_PLACE = 4;
    private static final byte[] IDENTIFIER = {'T', 'F', 'L', '3'};

    private final String fileName;

    UploadKind(String fileName) {
        this.fileName = fileName;
    }

    /** By what it holds; a damaged model by what its name says it is. */
    static UploadKind of(String label, byte[] start) {
        int end = IDENTIFIER_PLACE + IDENTIFIER.length;
        boolean identified =
                start.length >= end && Arrays.equals(start, IDENTIFIER_PLACE, end, IDENTIFIER, 0, IDENTIFIER.length);
        return identified || label.toLowerCase(Locale.ROOT).endsWith(".tflite") ? MODEL : RECORDING;
    }

    /** What its file is called, whatever its visitor calls it. */
    String fileName() {
        return fileName;
    }

    /** For JSON. */
    @JsonValue
    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }
}
