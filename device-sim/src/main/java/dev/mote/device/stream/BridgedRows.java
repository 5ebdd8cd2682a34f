package dev.mote.device.stream;

import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.dataset.recording.Defect;
import dev.mote.dataset.recording.Defects;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.RowReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Rows without silences: short ones are bridged by straight lines, after a long one another stretch begins. */
final class BridgedRows implements RowReader {
    /** Intervals from which on a row is missing, however much the clock jitters. */
    private static final double MISSING = 1.75;

    private final RowReader rows;
    private final Defects defects;
    private final double intervalMicros;
    private final long longestMicros;
    private final boolean regular;
    private final Deque<RecordedRow> ready = new ArrayDeque<>();
    private RecordedRow last;
    private int rawStretch;
    private int stretch;

    /**
     * @param longestMicros a longer silence is not bridged
     * @param regular rows shall come at equal intervals; else only long silences count
     */
    BridgedRows(RowReader rows, Defects defects, double intervalMicros, long longestMicros, boolean regular) {
        this.rows = rows;
        this.defects = defects;
        this.intervalMicros = intervalMicros;
        this.longestMicros = longestMicros;
        this.regular = regular;
    }

    @Override
    public Optional<RecordedRow> next() {
        if (ready.isEmpty()) {
            rows.next().ifPresent(this::take);
        }
        return Optional.ofNullable(ready.poll());
    }

    private void take(RecordedRow row) {
        if (last != null && row.stretch() != rawStretch) {
            stretch++;
        } else if (last != null) {
            silence(row);
        }
        rawStretch = row.stretch();
        last = new RecordedRow(row.line(), stretch, row.micros(), row.values(), row.label());
        ready.add(last);
    }

    private void silence(RecordedRow row) {
        long elapsed = row.micros() - last.micros();
        if (elapsed > longestMicros) {
            defects.add(Defect.LONG_GAP, row.line(), "comes after a silence of " + elapsed / 1000 + " ms");
            stretch++;
        } else if (regular && elapsed > MISSING * intervalMicros) {
            defects.add(Defect.SHORT_GAP, row.line(), "comes after a silence of " + elapsed / 1000 + " ms");
            if (defects.policy() == BadDataPolicy.INTERPOLATE) {
                bridge(row, (int) Math.round(elapsed / intervalMicros));
            }
        }
    }

    private void bridge(RecordedRow row, int steps) {
        for (int step = 1; step < steps; step++) {
            double share = (double) step / steps;
            float[] values = new float[row.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (last.values()[i] + share * (row.values()[i] - last.values()[i]));
            }
            long micros = last.micros() + Math.round(share * (row.micros() - last.micros()));
            String label = share < 0.5 ? last.label() : row.label();
            ready.add(new RecordedRow(row.line(), stretch, micros, values, label));
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
