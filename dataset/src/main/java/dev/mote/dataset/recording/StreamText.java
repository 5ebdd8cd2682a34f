package dev.mote.dataset.recording;

import dev.mote.dataset.ColumnOptions;
import dev.mote.dataset.DataOptions;
import dev.mote.dataset.TimeColumn;
import java.util.Optional;

/**
 * How the text of a stream is to be read.
 *
 * @param name of the stream
 * @param synthetic true if the recording was generated
 * @param separator between the cells of a row
 * @param time column of the times; empty: {@code timestamp_us}, or in another unit
 * @param label column of the class
 * @param group column of the person
 * @param rateHertz rows a second, where there are no times; 0: the times tell
 */
public record StreamText(
        String name,
        boolean synthetic,
        char separator,
        Optional<TimeColumn> time,
        String label,
        String group,
        double rateHertz) {
    /** With the columns of a model's training data. */
    public static StreamText of(String name, DataOptions options, double rateHertz) {
        ColumnOptions columns = options.columns();
        return new StreamText(
                name,
                options.synthetic(),
                columns.separator(),
                options.signals().time(),
                columns.label().isEmpty() ? "label" : columns.label(),
                columns.group().isEmpty() ? "group" : columns.group(),
                rateHertz);
    }
}
