package dev.mote.dataset.recording;

/**
 * A continuous recording of one person, or of whatever one sensor saw.
 *
 * @param subject who was recorded; empty if nobody told
 * @param where for messages
 */
public record Recording(String subject, String where, RecordingFormat format, Opener opener) {
    /** Starts to read. */
    public interface Opener {
        /**
         * @param channels places of the channels that the rows shall have, in this order
         * @param defects counts what is wrong
         */
        RowReader open(int[] channels, Defects defects);
    }

    /** The same rows, their channels known by other names and units. */
    public Recording withFormat(RecordingFormat other) {
        return new Recording(subject, where, other, opener);
    }

    public RowReader open(int[] channels, Defects defects) {
        return opener.open(channels, defects);
    }
}
