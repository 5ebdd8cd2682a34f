package dev.mote.model.stream;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.Quantization;
import java.util.List;

/**
 * The fixed numbers of a model's way from samples to events. The Java runtime and the generated C both follow it.
 *
 * @param windowLength samples that the model looks at
 * @param stride samples from one window to the next, at most {@code windowLength}
 * @param channels names of a sample's channels, in their order
 * @param rateHertz samples a second
 * @param fullScale of each channel, in its unit: what a count of 32768 stands for
 * @param labels names of the classes
 * @param scores how the model's output stands for real numbers
 * @param outputs elements of the model's output: one a class, or one for the second of two classes
 */
public record StreamPlan(
        int windowLength,
        int stride,
        List<String> channels,
        double rateHertz,
        List<Float> fullScale,
        List<String> labels,
        Quantization.PerTensor scores,
        int outputs,
        PostProcessing postProcessing) {
    private static final double MICROS_PER_SECOND = 1e6;
    /** A longer silence is not bridged, as in recordings that a model is trained on. */
    private static final double GAP_MICROS = 200_000;
    /** The same of a slow signal, in intervals of its rate. */
    private static final double GAP_INTERVALS = 2.5;
    /** Fractions of a microsecond that the interval between two samples is told in. */
    public static final int INTERVAL_UNITS = 1 << 16;

    /** Parts of a score's step that thresholds are told in. */
    static final int SCORE_PARTS = 256;
    /** Above every score. */
    private static final int LARGEST_THRESHOLD = 1 << 16;

    static final double LEAST_RATE = 0.01;
    static final double GREATEST_RATE = 100_000;
    private static final double COUNTS = 32_768;

    public StreamPlan {
        channels = List.copyOf(channels);
        fullScale = List.copyOf(fullScale);
        labels = List.copyOf(labels);
        if (stride < 1 || stride > windowLength) {
            throw new IllegalArgumentException("stride " + stride + " of a window of " + windowLength);
        }
        if (!(rateHertz >= LEAST_RATE && rateHertz <= GREATEST_RATE)) {
            throw new IllegalArgumentException(
                    "rate " + rateHertz + " Hz, expected " + LEAST_RATE + " to " + GREATEST_RATE);
        }
    }

    /** @throws BadInputException with one line that says why the model cannot run on a stream, and what to do */
    public static StreamPlan of(Int8Model model) {
        StreamObstacles.of(model.graph()).ifPresent(why -> {
            throw new BadInputException(why);
        });
        return StreamPlans.of(model);
    }

    /** Whether {@link #of} gives a plan. */
    public static boolean isPossible(Graph graph) {
        return StreamObstacles.of(graph).isEmpty();
    }

    /** The same with another post-processing. */
    public StreamPlan with(PostProcessing other) {
        return new StreamPlan(windowLength, stride, channels, rateHertz, fullScale, labels, scores, outputs, other);
    }

    public int channelCount() {
        return fullScale.size();
    }

    /** Time between two samples, in 1/{@value #INTERVAL_UNITS} microseconds. */
    public long interval() {
        return Math.round(MICROS_PER_SECOND * INTERVAL_UNITS / rateHertz);
    }

    /** Microseconds without a sample that are still bridged. */
    public int maxGapMicros() {
        return maxGapMicros(rateHertz);
    }

    /** The same of any stream of this rate. */
    public static int maxGapMicros(double rateHertz) {
        return (int) Math.max(GAP_MICROS, GAP_INTERVALS * MICROS_PER_SECOND / rateHertz);
    }

    /** Samples from the beginning of what a window stands for to the window's end: it stands for its middle, {@link #stride} long. */
    public int lead() {
        return (windowLength + stride) / 2;
    }

    /** The most events that one sample with a time can lead to: it may end a gap of many samples. */
    public int mostEvents() {
        long made = maxGapMicros() / (interval() / INTERVAL_UNITS) + 1;
        return (int) Math.max(Math.ceilDiv(made, (long) stride), windowLength == 1 ? 2 : 1);
    }

    /** Score, less the zero point, that stands for 1. */
    public int one() {
        return (int) Math.min(Math.round(1.0 / scores.scale()), LARGEST_THRESHOLD);
    }

    /** {@link PostProcessing#threshold} as a score less the zero point, in 1/{@value #SCORE_PARTS}. */
    public int enter() {
        return threshold(postProcessing.threshold());
    }

    /** {@link PostProcessing#leave}, likewise. */
    public int leave() {
        return threshold(postProcessing.leave());
    }

    private int threshold(double score) {
        return (int) Math.min(Math.round(score / scores.scale() * SCORE_PARTS), LARGEST_THRESHOLD);
    }

    /** Sensor counts of a physical value, saturated at full scale; {@code physical} is no NaN. */
    public short counts(int channel, double physical) {
        double counts = Math.floor(physical * COUNTS / fullScale.get(channel) + 0.5);
        return (short) Math.clamp(counts, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    /** The physical value of sensor counts. */
    public double physical(int channel, short counts) {
        return counts * (double) fullScale.get(channel) / COUNTS;
    }
}
