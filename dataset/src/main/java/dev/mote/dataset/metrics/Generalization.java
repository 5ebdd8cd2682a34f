package dev.mote.dataset.metrics;

import java.util.Optional;

/**
 * Whether a classifier learned what its training samples have in common, or these samples by heart. Told from confidence intervals of
 * 95 %, so that the noise of few samples is not called overfitting; they hold for samples that are independent of each other.
 *
 * @param training the final weights on what they were trained on
 * @param validation on what was held back
 * @param test on the test split
 * @param baseline accuracy of always answering the most frequent class
 */
public record Generalization(
        Share training, Optional<Share> validation, Optional<Share> test, double baseline, LossCurve losses) {
    /** From the worst to the best. */
    public enum Kind {
        /** Better on the training samples by more than a point, beyond chance. */
        OVERFITS,
        /** Not right often enough even on the training samples. */
        UNDERFITS,
        /** Better on the training samples, beyond chance, by a point or less. */
        OVERFITS_SLIGHTLY,
        /** No difference beyond chance. */
        FITS,
        /** There is nothing to compare with. */
        UNKNOWN
    }

    /** A gap that matters: one point of accuracy. */
    private static final double POINT = 0.01;

    /** Below, the training samples themselves are not learned. */
    private static final double LEARNED = 0.9;

    public Kind kind() {
        double gap = gap().map(Interval::low).orElse(Double.NEGATIVE_INFINITY);
        if (gap > POINT) {
            return Kind.OVERFITS;
        }
        if (guesses() || training.interval().high() < LEARNED) {
            return Kind.UNDERFITS;
        }
        if (heldBack().isEmpty()) {
            return Kind.UNKNOWN;
        }
        return gap > 0 ? Kind.OVERFITS_SLIGHTLY : Kind.FITS;
    }

    /** What the training is compared with: the validation samples, or the test split where there are none. */
    public Optional<Share> heldBack() {
        return validation.or(() -> test);
    }

    /** By how much the accuracy on the training samples is higher than on those held back. */
    public Optional<Interval> gap() {
        return heldBack().map(training::lead);
    }

    /** Whether it does no better on its own training samples than the most frequent class. */
    public boolean guesses() {
        return training.interval().low() <= baseline;
    }

    /** Whether the test split is harder than the validation samples by more than a point, beyond chance. */
    public boolean testIsHarder() {
        return validation.isPresent()
                && test.isPresent()
                && validation.get().lead(test.get()).low() > POINT;
    }
}
