package dev.mote.model.stream;

/**
 * The label of a stream has changed. All places count samples at the model's rate since the start of the stream, those that a gap
 * swallowed included: divided by the rate, they are seconds.
 *
 * @param at how many samples had been pushed when this was decided
 * @param label the class from now on, {@link #UNKNOWN} for none
 * @param begin where it began, and the previous one ended; at most {@code at}
 * @param previous the class until then, {@link #UNKNOWN} for none
 * @param previousBegin where that one had begun
 */
public record StreamEvent(long at, int label, long begin, int previous, long previousBegin) {
    public static final int UNKNOWN = -1;
}
