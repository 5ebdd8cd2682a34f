package dev.mote.trainer.recipe;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a device does with a sensor's counts before the network sees them.
 *
 * @param fullScale of the channels whose names begin with the key, in their unit; others get one that covers the training data
 * @param stride samples from one window to the next on a stream; empty: half a window
 * @param stages in the order in which they are computed
 * @param frame of a camera; all else is empty then
 */
public record FrontEndOptions(
        SortedMap<String, Double> fullScale, OptionalInt stride, List<Entry> stages, Optional<FrameOptions> frame) {
    /** Counts as they are, full scale from the training data. */
    public static final FrontEndOptions PLAIN = new FrontEndOptions(new TreeMap<>(), OptionalInt.empty(), List.of());

    /**
     * A stage and where it stands.
     *
     * @param line of the recipe's file; 0 for a recipe built in Java
     */
    public record Entry(StageOptions stage, int line) {}

    public FrontEndOptions {
        fullScale = Collections.unmodifiableSortedMap(new TreeMap<>(fullScale));
        fullScale.values().forEach(value -> Check.positive("full_scale", value));
        stride.ifPresent(samples -> Check.whole("stride", samples, 1, 1024));
        stages = List.copyOf(stages);
        Check.whole("number of stages", stages.size(), 0, 32);
        if (frame.isPresent() && (!fullScale.isEmpty() || stride.isPresent() || !stages.isEmpty())) {
            throw new IllegalArgumentException(
                    "full_scale, stride and stages are for signals, frame is for pictures; expected one or the other");
        }
    }

    /** Of signals. */
    public FrontEndOptions(SortedMap<String, Double> fullScale, OptionalInt stride, List<Entry> stages) {
        this(fullScale, stride, stages, Optional.empty());
    }
}
