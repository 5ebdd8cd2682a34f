package dev.mote.app.report;

import java.util.List;

/**
 * What was true and what models told over the time of one recording.
 *
 * @param name of the recording
 * @param seconds that are shown, from its start
 * @param rows truth and models
 */
public record Timeline(String name, double seconds, List<Row> rows) {
    public Timeline {
        rows = List.copyOf(rows);
    }

    /** One line of bars. */
    public record Row(String name, List<Bar> bars) {
        public Row {
            bars = List.copyOf(bars);
        }
    }

    /** A time of one class. @param label index of the class */
    public record Bar(int label, double begin, double end) {}
}
