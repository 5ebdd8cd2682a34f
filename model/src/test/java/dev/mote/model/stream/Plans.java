package dev.mote.model.stream;

import dev.mote.model.graph.Quantization;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Plans for tests; the scores of a window are a simple function of its counts. */
final class Plans {
    /** Scores from 0 to 255/256. */
    static final Quantization.PerTensor SOFTMAX = new Quantization.PerTensor(1 / 256f, -128);

    private Plans() {}

    static StreamPlan plan(int length, int stride, int channels, double rate, int outputs, PostProcessing post) {
        List<String> labels = Collections.nCopies(outputs == 1 ? 2 : outputs, "class");
        return new StreamPlan(
                length,
                stride,
                Collections.nCopies(channels, "x"),
                rate,
                Collections.nCopies(channels, 4f),
                labels,
                SOFTMAX,
                outputs,
                post);
    }

    /** Thresholds are multiples of a score's step, so that real numbers tell them exactly. */
    static PostProcessing postProcessing(RandomGenerator random) {
        double threshold = random.nextInt(3) == 0 ? 0 : random.nextInt(257) / 256.0;
        double leave = random.nextBoolean() ? threshold : Math.floor(threshold * 256 * random.nextDouble()) / 256;
        return new PostProcessing(
                random.nextBoolean() ? 1 : random.nextInt(1, 9),
                random.nextBoolean() ? 1 : random.nextInt(1, 9),
                threshold,
                leave,
                random.nextBoolean() ? 1 : random.nextInt(1, 5));
    }

    /** The score of class k is the mean of channel k (of all channels in turn), of every second class its negative. */
    static void score(short[] window, int channels, byte[] scores) {
        for (int k = 0; k < scores.length; k++) {
            long sum = 0;
            for (int t = k % channels; t < window.length; t += channels) {
                sum += window[t];
            }
            long mean = Math.floorDiv(sum, (long) window.length / channels);
            scores[k] = (byte) Math.clamp((k % 2 == 0 ? mean : -mean) >> 8, -128, 127);
        }
    }
}
