package dev.mote.app.studio.digits;

import dev.mote.device.live.LiveAnswer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the model and its other forms say to a drawing.
 *
 * @param floatModel of the float model, or null
 * @param int8 of the int8 model in the simulator
 * @param c of the generated C
 * @param sameClass whether float and int8 tell the same; null without a float model
 * @param largestDifference of a probability between float and int8; null without a float model
 * @param picture what the network sees: [height, width, channels], a byte each, in Base64
 * @param serverMillis from the whole drawing to this answer
 */
public record DigitAnswer(
        List<String> labels,
        Form floatModel,
        String floatNote,
        Form int8,
        Compiled c,
        Boolean sameClass,
        Double largestDifference,
        byte[] picture,
        double serverMillis) {
    /**
     * A model's answer.
     *
     * @param scores its output bytes as they are; null for float
     * @param predicted index of the class
     */
    public record Form(List<Float> probabilities, List<Integer> scores, int predicted, double microseconds) {
        static Form of(LiveAnswer.Answer answer, List<Integer> scores) {
            float[] probabilities = answer.probabilities();
            return new Form(
                    IntStream.range(0, probabilities.length)
                            .mapToObj(c -> probabilities[c])
                            .toList(),
                    scores,
                    answer.predicted(),
                    answer.microseconds());
        }
    }

    /**
     * The C's answer.
     *
     * @param ready whether there is one
     * @param pending whether it is being compiled
     * @param note why there is none, or null
     * @param microseconds with the way to its process and back
     */
    public record Compiled(
            boolean ready, boolean pending, String note, List<Integer> scores, Boolean sameBytes, Double microseconds) {
        static Compiled of(LiveAnswer.Compiled answer) {
            return new Compiled(true, false, null, signed(answer.scores()), answer.sameBytes(), answer.microseconds());
        }

        static Compiled not(String why, boolean pending) {
            return new Compiled(false, pending, why, null, null, null);
        }
    }

    static List<Integer> signed(byte[] scores) {
        return IntStream.range(0, scores.length).mapToObj(i -> (int) scores[i]).toList();
    }
}
