package dev.mote.trainer.recipe;

import java.util.Objects;

/**
 * When the learning rate becomes smaller because nothing improves any more.
 *
 * @param factor the rate is multiplied by it, each time
 * @param patience epochs in a row without an improvement
 * @param minDelta what counts as an improvement
 * @param cooldown epochs after a reduction in which nothing is counted
 * @param minLearningRate the rate does not fall below it
 */
public record ReduceOnPlateau(
        EarlyStopping.Monitor monitor,
        double factor,
        int patience,
        double minDelta,
        int cooldown,
        double minLearningRate) {
    public ReduceOnPlateau {
        Objects.requireNonNull(monitor);
        Check.positive("factor", factor);
        Check.below("factor", factor, 0, 1);
        Check.whole("patience", patience, 0, 10_000);
        Check.within("min_delta", minDelta, 0, 1e6);
        Check.whole("cooldown", cooldown, 0, 10_000);
        Check.within("min_learning_rate", minLearningRate, 0, 1e6);
    }
}
