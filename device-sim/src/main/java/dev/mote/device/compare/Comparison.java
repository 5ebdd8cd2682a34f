package dev.mote.device.compare;

import dev.mote.dataset.metrics.Classification;
import dev.mote.dataset.metrics.ConfusionMatrix;
import java.util.List;

/**
 * A float model and its int8 form over the same samples.
 *
 * @param real the float model against the truth
 * @param int8 the int8 model against the truth
 * @param flips the samples on which they disagree, in the order of the split
 * @param largestOutputDifference over all outputs, in real numbers
 */
public record Comparison(
        Classification real, Classification int8, PairedTest test, List<Flip> flips, double largestOutputDifference) {
    public Comparison {
        flips = List.copyOf(flips);
    }

    public ConfusionMatrix floatMatrix() {
        return real.matrix();
    }

    public ConfusionMatrix int8Matrix() {
        return int8.matrix();
    }

    /** Share of samples on which both predict the same class. */
    public double agreement() {
        return 1 - test.flipShare();
    }
}
