package dev.mote.dataset.recording;

import java.util.Optional;

/** Rows of a recording one after the other, of which only few are in memory. For one thread, once. */
public interface RowReader extends AutoCloseable {
    /** The next row; empty at the end. */
    Optional<RecordedRow> next();

    @Override
    default void close() {}
}
