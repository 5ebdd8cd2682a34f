package dev.mote.dataset.recording;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Rows that one thread pushes while another one reads them: of a sensor that tells them as it measures. */
public final class PushedRows implements RowReader {
    /** Rows that may wait; more are lost, and counted. */
    public static final int CAPACITY = 4096;

    private static final long LOOK_MILLIS = 100;

    private final BlockingQueue<RecordedRow> rows = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean ended;

    /** Does not wait: a row for which there is no room is lost. */
    public void push(RecordedRow row) {
        if (ended || !rows.offer(row)) {
            lost.incrementAndGet();
        }
    }

    /** Nothing more will come. */
    public void end() {
        ended = true;
    }

    /** Rows for which there was no room, or which came after the end. */
    public long lost() {
        return lost.get();
    }

    /** Rows that can be read without waiting. */
    public int waiting() {
        return rows.size();
    }

    /** Waits for the next row. */
    @Override
    public Optional<RecordedRow> next() {
        try {
            while (true) {
                boolean last = ended;
                RecordedRow row = rows.poll(last ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (row != null || last) {
                    return Optional.ofNullable(row);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        end();
    }
}
