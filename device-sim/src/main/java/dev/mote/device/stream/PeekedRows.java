package dev.mote.device.stream;

import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.RowReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Rows whose first ones were looked at, to learn what nobody told. */
final class PeekedRows implements RowReader {
    private static final int PEEKED = 32;

    private final RowReader rows;
    private final Deque<RecordedRow> first = new ArrayDeque<>();

    PeekedRows(RowReader rows) {
        this.rows = rows;
        while (first.size() < PEEKED) {
            Optional<RecordedRow> row = rows.next();
            if (row.isEmpty()) {
                return;
            }
            first.add(row.get());
        }
    }

    @Override
    public Optional<RecordedRow> next() {
        return first.isEmpty() ? rows.next() : Optional.of(first.poll());
    }

    /** From the median interval of the first rows; empty if there are too few. */
    OptionalDouble rateHertz() {
        List<Long> intervals = new ArrayList<>();
        RecordedRow last = null;
        for (RecordedRow row : first) {
            if (last != null && last.stretch() == row.stretch()) {
                intervals.add(row.micros() - last.micros());
            }
            last = row;
        }
        Collections.sort(intervals);
        return intervals.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(1e6 / intervals.get((intervals.size() - 1) / 2));
    }

    /** Median length of the vectors that three channels are, over the first rows; NaN if there are none. */
    double medianLength(int x, int y, int z) {
        double[] lengths = first.stream()
                .map(RecordedRow::values)
                .mapToDouble(v -> Math.sqrt((double) v[x] * v[x] + (double) v[y] * v[y] + (double) v[z] * v[z]))
                .filter(length -> !Double.isNaN(length))
                .sorted()
                .toArray();
        return lengths.length == 0 ? Double.NaN : lengths[lengths.length / 2];
    }

    @Override
    public void close() {
        rows.close();
    }
}
