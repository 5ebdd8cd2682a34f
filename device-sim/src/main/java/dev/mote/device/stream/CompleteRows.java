package dev.mote.device.stream;

import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.RowReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Rows without missing values: a straight line between the neighbours in time takes their place, or the row is left out. A row waits
 * for the next value for no longer than a silence that is bridged.
 */
final class CompleteRows implements RowReader {
    private final RowReader rows;
    private final BadDataPolicy policy;
    private final long longestMicros;
    private final Deque<RecordedRow> waiting = new ArrayDeque<>();
    private RecordedRow last;
    /** When each channel last had a value of its own. */
    private long[] valueMicros = new long[0];

    private boolean atEnd;

    CompleteRows(RowReader rows, BadDataPolicy policy, long longestMicros) {
        this.rows = rows;
        this.policy = policy;
        this.longestMicros = longestMicros;
    }

    @Override
    public Optional<RecordedRow> next() {
        while (true) {
            if (waiting.isEmpty() && !read()) {
                return Optional.empty();
            }
            RecordedRow head = waiting.peek();
            noteValues(head);
            Optional<RecordedRow> ready = isComplete(head) ? Optional.of(head) : complete(head);
            waiting.poll();
            if (ready.isPresent()) {
                last = ready.get();
                return ready;
            }
        }
    }

    private void noteValues(RecordedRow row) {
        if (valueMicros.length == 0) {
            valueMicros = new long[row.values().length];
        }
        for (int i = 0; i < valueMicros.length; i++) {
            valueMicros[i] = Float.isNaN(row.values()[i]) ? valueMicros[i] : row.micros();
        }
    }

    private boolean read() {
        Optional<RecordedRow> row = atEnd ? Optional.empty() : rows.next();
        atEnd = row.isEmpty();
        row.ifPresent(waiting::add);
        return !atEnd;
    }

    private static boolean isComplete(RecordedRow row) {
        for (float value : row.values()) {
            if (Float.isNaN(value)) {
                return false;
            }
        }
        return true;
    }

    /** Empty if the row has to be left out. */
    private Optional<RecordedRow> complete(RecordedRow head) {
        if (policy != BadDataPolicy.INTERPOLATE) {
            return Optional.empty();
        }
        float[] values = head.values().clone();
        for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
                Optional<RecordedRow> after = after(head, i);
                if (after.isEmpty() || follows(head) && after.get().micros() - valueMicros[i] > longestMicros) {
                    return Optional.empty();
                }
                values[i] = between(head, after.get(), i);
            }
        }
        return Optional.of(new RecordedRow(head.line(), head.stretch(), head.micros(), values, head.label()));
    }

    /** The next row with a value for {@code channel}. */
    private Optional<RecordedRow> after(RecordedRow head, int channel) {
        for (RecordedRow row : waiting) {
            if (row.stretch() == head.stretch() && !Float.isNaN(row.values()[channel])) {
                return Optional.of(row);
            }
        }
        while (waiting.peekLast().stretch() == head.stretch()
                && waiting.peekLast().micros() - head.micros() <= longestMicros
                && read()) {
            RecordedRow row = waiting.peekLast();
            if (row.stretch() == head.stretch() && !Float.isNaN(row.values()[channel])) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private boolean follows(RecordedRow head) {
        return last != null && last.stretch() == head.stretch();
    }

    /** Without a value before, that after it. */
    private float between(RecordedRow head, RecordedRow after, int channel) {
        float right = after.values()[channel];
        if (!follows(head)) {
            return right;
        }
        double share = (double) (head.micros() - last.micros()) / (after.micros() - last.micros());
        float left = last.values()[channel];
        return (float) (left + share * (right - left));
    }

    @Override
    public void close() {
        rows.close();
    }
}
