package dev.mote.dataset;

import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.RowReader;
import java.util.Optional;
import java.util.function.LongFunction;

/** Rows that are made one by one, by number. */
final class SampleRows implements RowReader {
    private final LongFunction<Optional<RecordedRow>> rows;
    private long next;

    /** @param rows empty from the end on */
    SampleRows(LongFunction<Optional<RecordedRow>> rows) {
        this.rows = rows;
    }

    @Override
    public Optional<RecordedRow> next() {
        return rows.apply(next++);
    }

    /** Of a row's values, the chosen ones. */
    static float[] pick(float[] values, int start, int[] channels) {
        float[] picked = new float[channels.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = values[start + channels[i]];
        }
        return picked;
    }
}
