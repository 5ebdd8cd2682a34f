package dev.mote.device.live;

import java.util.Optional;

/**
 * What a model says to one input.
 *
 * @param real of the float model
 * @param int8 of the int8 model in the simulator
 * @param scores the int8 model's output, one byte each
 */
public record LiveAnswer(Optional<Answer> real, Answer int8, byte[] scores) {
    /**
     * Of one model.
     *
     * @param probabilities a class each
     * @param predicted index of the class
     * @param microseconds that it took
     */
    public record Answer(float[] probabilities, int predicted, double microseconds) {}

    /**
     * Of the C.
     *
     * @param scores its output
     * @param microseconds that it took, with the way to its program and back
     */
    public record Compiled(byte[] scores, boolean sameBytes, double microseconds) {}

    /** The largest difference of a class between float and int8. */
    public Optional<Double> largestDifference() {
        return real.map(answer -> {
            double largest = 0;
            for (int c = 0; c < answer.probabilities().length; c++) {
                largest = Math.max(largest, Math.abs((double) answer.probabilities()[c] - int8.probabilities()[c]));
            }
            return largest;
        });
    }
}
