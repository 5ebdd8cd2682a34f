package dev.mote.dataset.metrics;

import java.util.List;

/**
 * What a model answered.
 *
 * @param outputs one array a sample, as real numbers: a value a class, or one value for the second of two classes
 */
public record Scores(List<float[]> outputs) {
    public Scores {
        outputs = List.copyOf(outputs);
    }

    /** The predicted class of each sample: the largest output, the first of equals; a single output says class 1 from 0.5 on. */
    public int[] classes() {
        return outputs.stream().mapToInt(Scores::predictedClass).toArray();
    }

    /** See {@link #classes()}. */
    public static int predictedClass(float[] output) {
        if (output.length == 1) {
            return output[0] >= 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < output.length; i++) {
            if (output[i] > output[best]) {
                best = i;
            }
        }
        return best;
    }

    /** What an output says for class {@code c}; of a single output, class 0 has what is left of 1. */
    public static float score(float[] output, int c) {
        if (output.length == 1) {
            return c == 1 ? output[0] : 1 - output[0];
        }
        return output[c];
    }

    /** {@link #score(float[], int)} of each sample. */
    float[] of(int c) {
        float[] scores = new float[outputs.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(outputs.get(i), c);
        }
        return scores;
    }
}
