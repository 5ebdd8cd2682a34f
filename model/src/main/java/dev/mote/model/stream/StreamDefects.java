package dev.mote.model.stream;

/**
 * What was wrong with the times of a stream.
 *
 * @param gaps silences that were not bridged: the window started anew
 * @param repeated samples that were dropped, for they had the time of the one before
 * @param backward samples that were dropped, for they were older than the one before
 */
public record StreamDefects(long gaps, long repeated, long backward) {
    public static final StreamDefects NONE = new StreamDefects(0, 0, 0);
}
