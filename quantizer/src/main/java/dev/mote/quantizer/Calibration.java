package dev.mote.quantizer;

import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Graph;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Representative inputs of a float model, from which the ranges of its activations are learned.
 *
 * @param source what the samples are, for messages and for the model's facts
 * @param samples prepared input tensors; of a model with several inputs, all of them one after the other in graph order
 */
public record Calibration(String source, List<float[]> samples) {
    /** Enough for steady ranges, few enough for seconds. */
    public static final int DEFAULT_SAMPLES = 500;

    /** @throws BadInputException if there are no samples */
    public Calibration {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new BadInputException(
                    source + ": no calibration samples, expected at least 1 (a few hundred are good)");
        }
    }

    /**
     * Picks up to {@code count} of the samples, as many of each class as there are, and prepares them as the model expects them.
     *
     * @param seed the same seed picks the same samples
     */
    public static Calibration of(String source, Samples samples, InputPath path, int count, long seed) {
        List<float[]> picked = IntStream.of(PickSamples.pick(samples.labels(), count, seed))
                .mapToObj(index -> path.floats(samples.values(index)))
                .toList();
        return new Calibration(source, picked);
    }

    /** @throws BadInputException if a sample has not as many values as the inputs of {@code graph} */
    void requireFits(Graph graph) {
        int expected = Feed.elements(graph);
        for (int i = 0; i < samples.size(); i++) {
            int found = samples.get(i).length;
            if (found != expected) {
                throw new BadInputException(
                        source + ": calibration sample " + i + " has " + found + " values, but \"" + graph.name()
                                + "\" takes " + expected + "; use samples of the data that the model was trained on");
            }
        }
    }

    /** At most {@code count} of the samples, spread evenly. */
    List<float[]> spread(int count) {
        int picked = Math.min(count, samples.size());
        return IntStream.range(0, picked)
                .mapToObj(i -> samples.get((int) ((long) i * samples.size() / picked)))
                .toList();
    }
}
