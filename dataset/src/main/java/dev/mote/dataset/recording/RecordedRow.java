package dev.mote.dataset.recording;

/**
 * One moment as it was recorded: nothing is put right yet.
 *
 * @param line of the text that it was read from, counted from 1; 0 where there is no text
 * @param stretch number of the uninterrupted piece of recording; rows of another one do not follow in time
 * @param micros time in microseconds, from any moment on
 * @param values physical; NaN where a value is missing or not readable
 * @param label name of the class; empty where there is no truth
 */
public record RecordedRow(long line, int stretch, long micros, float[] values, String label) {}
