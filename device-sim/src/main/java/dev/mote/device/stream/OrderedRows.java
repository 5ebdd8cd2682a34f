package dev.mote.device.stream;

import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.dataset.recording.Defect;
import dev.mote.dataset.recording.Defects;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.RowReader;
import java.util.Optional;

/** Rows whose times rise within a stretch. Where the clock was set back, another stretch begins. */
final class OrderedRows implements RowReader {
    private final RowReader rows;
    private final Defects defects;
    private final long mostBackMicros;
    private RecordedRow pending;
    /** Rows that {@code pending} is the mean of. */
    private int merged;

    private int stretch;
    private int rawStretch;

    /** @param mostBackMicros a row that is older by more is no straggler */
    OrderedRows(RowReader rows, Defects defects, long mostBackMicros) {
        this.rows = rows;
        this.defects = defects;
        this.mostBackMicros = mostBackMicros;
    }

    @Override
    public Optional<RecordedRow> next() {
        for (Optional<RecordedRow> row = rows.next(); row.isPresent(); row = rows.next()) {
            Optional<RecordedRow> ready = take(row.get());
            if (ready.isPresent()) {
                return ready;
            }
        }
        return release(null);
    }

    /** The row before {@code row}, if nothing more can happen to it. */
    private Optional<RecordedRow> take(RecordedRow row) {
        boolean another = row.stretch() != rawStretch;
        rawStretch = row.stretch();
        if (pending == null) {
            return release(row);
        }
        long elapsed = row.micros() - pending.micros();
        if (another) {
            stretch++;
            return release(row);
        }
        if (elapsed > 0) {
            return release(row);
        }
        if (elapsed == 0) {
            defects.add(Defect.REPEATED_TIME, row.line(), "has the time of the row before");
            if (defects.policy() == BadDataPolicy.INTERPOLATE) {
                merge(row);
            }
            return Optional.empty();
        }
        if (-elapsed <= mostBackMicros) {
            defects.add(Defect.BACKWARD_TIME, row.line(), "is older than the row before");
            return Optional.empty();
        }
        defects.add(Defect.CLOCK_RESET, row.line(), "is " + -elapsed / 1_000_000 + " s older than the row before");
        stretch++;
        return release(row);
    }

    private Optional<RecordedRow> release(RecordedRow next) {
        Optional<RecordedRow> ready = Optional.ofNullable(pending);
        pending =
                next == null ? null : new RecordedRow(next.line(), stretch, next.micros(), next.values(), next.label());
        merged = 1;
        return ready;
    }

    private void merge(RecordedRow row) {
        float[] mean = new float[row.values().length];
        for (int i = 0; i < mean.length; i++) {
            float before = pending.values()[i];
            float value = row.values()[i];
            boolean missing = Float.isNaN(before) || Float.isNaN(value);
            mean[i] = missing ? (Float.isNaN(before) ? value : before) : before + (value - before) / (merged + 1);
        }
        merged++;
        pending = new RecordedRow(pending.line(), pending.stretch(), pending.micros(), mean, pending.label());
    }

    @Override
    public void close() {
        rows.close();
    }
}
