package dev.mote.trainer.recipe;

import java.util.Objects;

/**
 * When to stop before the last epoch.
 *
 * @param patience epochs in a row without an improvement
 * @param minDelta what counts as an improvement
 * @param restoreBestWeights end with the weights of the best epoch, not of the last
 */
public record EarlyStopping(Monitor monitor, int patience, double minDelta, boolean restoreBestWeights) {
    /** The watched quantity; accuracies should rise, losses fall. */
    public enum Monitor {
        LOSS,
        ACCURACY,
        VAL_LOSS,
        VAL_ACCURACY;

        public boolean needsValidation() {
            return this == VAL_LOSS || this == VAL_ACCURACY;
        }

        public boolean isAccuracy() {
            return this == ACCURACY || this == VAL_ACCURACY;
        }

        /** As in a recipe. */
        public String keyword() {
            return Named.keyword(this);
        }
    }

    public EarlyStopping {
        Objects.requireNonNull(monitor);
        Check.whole("patience", patience, 0, 10_000);
        Check.within("min_delta", minDelta, 0, 1e6);
    }
}
