package dev.mote.device.compare;

import java.util.List;

/**
 * A float model and its int8 form over the same samples.
 *
 * @param flips the samples on which they disagree, in the order of the split
 * @param largestOutputDifference over all outputs, in real numbers
 */
public record Comparison(
        ConfusionMatrix floatMatrix,
        ConfusionMatrix int8Matrix,
        PairedTest test,
        List<Flip> flips,
        double largestOutputDifference) {
    public Comparison {
        flips = List.copyOf(flips);
    }

    /** Share of samples on which both predict the same class. */
    public double agreement() {
        return 1 - test.flipShare();
    }
}
