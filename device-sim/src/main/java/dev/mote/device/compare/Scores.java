package dev.mote.device.compare;

import java.util.List;

/**
 * What one engine answered.
 *
 * @param outputs one array a sample, as real numbers
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

    /** The output that stands for {@code predicted}. */
    static float score(float[] output, int predicted) {
        if (output.length == 1) {
            return predicted == 1 ? output[0] : 1 - output[0];
        }
        return output[predicted];
    }
}
