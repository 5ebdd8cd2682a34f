package dev.mote.quantizer;

import dev.mote.dataset.Samples;
import dev.mote.model.frontend.InputPath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Samples on which quantized forms of a model are judged, none of which calibrates.
 *
 * @param source what the samples are
 * @param samples prepared input tensors, as of {@link Calibration}
 * @param labels the right class of each sample; empty where there is none
 * @param isRegression whether the model predicts numbers, not classes
 */
public record Validation(String source, List<float[]> samples, Optional<int[]> labels, boolean isRegression) {
    /** One sample is a tenth of a point. */
    public static final int DEFAULT_SAMPLES = 1000;

    public Validation {
        samples = List.copyOf(samples);
    }

    /** Calibration samples and validation samples, picked from the same samples. */
    public record Halves(Calibration calibration, Validation validation) {}

    /**
     * Picks samples evenly over the classes: first those that calibrate, then those that validate. Of few samples, half of them each.
     *
     * @param isLabelled whether the labels are classes of the model
     * @param seed the same seed picks the same samples
     */
    public static Halves split(
            String source,
            Samples samples,
            boolean isLabelled,
            InputPath path,
            int calibration,
            int validation,
            long seed) {
        int first = Math.min(calibration, samples.count() / 2);
        int[] picked = PickSamples.pick(samples.labels(), first, seed);
        int all = (int) Math.min((long) first + validation, samples.count());
        int[] both = PickSamples.pick(samples.labels(), all, seed);
        int[] rest = IntStream.of(both)
                .filter(index -> Arrays.binarySearch(picked, index) < 0)
                .toArray();
        return new Halves(
                new Calibration(source, prepared(samples, path, picked)),
                new Validation(
                        source,
                        prepared(samples, path, rest),
                        isLabelled
                                ? Optional.of(
                                        IntStream.of(rest).map(samples::label).toArray())
                                : Optional.empty(),
                        samples.targetWidth() > 0));
    }

    private static List<float[]> prepared(Samples samples, InputPath path, int[] indices) {
        return IntStream.of(indices)
                .mapToObj(index -> path.floats(samples.values(index)))
                .toList();
    }

    /** At most {@code count} of the samples, spread evenly. */
    Validation spread(int count) {
        int picked = Math.min(count, samples.size());
        int[] indices = IntStream.range(0, picked)
                .map(i -> (int) ((long) i * samples.size() / picked))
                .toArray();
        return new Validation(
                source,
                IntStream.of(indices).mapToObj(samples::get).toList(),
                labels.map(all -> IntStream.of(indices).map(i -> all[i]).toArray()),
                isRegression);
    }
}
