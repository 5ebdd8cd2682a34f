package dev.mote.model.stream;

/**
 * How the scores of a stream's windows become one label, step by step: scores are averaged, a class is entered and left by thresholds,
 * labels are voted on, and a new one has to last.
 *
 * @param average windows whose scores are averaged, 1 to {@value #MOST_WINDOWS}; 1: each window by itself
 * @param majority windows whose labels vote, 1 to {@value #MOST_WINDOWS}; of equals, the one with the latest vote. 1: no vote
 * @param threshold score, 0 to 1, that the best class needs to become the label; 0: it always does
 * @param leave score, 0 to {@code threshold}, down to which a label stays when no other class reaches the threshold; below, the stream
 *     is unknown
 * @param minimum windows in a row, 1 to {@value #LONGEST}, after which a new label counts
 */
public record PostProcessing(int average, int majority, double threshold, double leave, int minimum) {
    /** Every window's best class. */
    public static final PostProcessing NONE = new PostProcessing(1, 1, 0, 0, 1);

    public static final int MOST_WINDOWS = 100;
    public static final int LONGEST = 10_000;

    public PostProcessing {
        // A key that is absent from an older file reads as 0.
        average = average == 0 ? 1 : average;
        majority = majority == 0 ? 1 : majority;
        minimum = minimum == 0 ? 1 : minimum;
        requireWithin("average", average, 1, MOST_WINDOWS);
        requireWithin("majority", majority, 1, MOST_WINDOWS);
        requireWithin("minimum", minimum, 1, LONGEST);
        requireWithin("threshold", threshold, 0, 1);
        requireWithin("leave", leave, 0, threshold);
    }

    private static void requireWithin(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " " + value + ", expected " + least + " to " + most);
        }
    }
}
