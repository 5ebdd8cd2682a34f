package dev.mote.trainer;

import dev.mote.trainer.network.Weights;
import java.util.List;
import java.util.Optional;

/**
 * Where a run stands after an epoch: with it, and the recipe and data, the rest follows to the bit.
 *
 * @param epochs that are over
 * @param stopped by early stopping
 * @param step of the optimizer, counted from 0, that comes next
 * @param optimizer what it remembers about the weights
 * @param stopping what early stopping and averaging remember
 */
record FitState(
        List<History.Epoch> epochs, boolean stopped, int step, Weights weights, Weights optimizer, Watched stopping) {
    /**
     * @param best the weights of the best epoch, where early stopping watches
     * @param last those of the epochs that are averaged
     */
    record Watched(Optional<Weights> best, double bestValue, int bestEpoch, List<Weights> last) {}

    /** Takes the state after an epoch, and gives back that of an earlier run. */
    interface Keeper {
        /** Nothing is kept. */
        Keeper NONE = new Keeper() {
            @Override
            public Optional<FitState> saved() {
                return Optional.empty();
            }

            @Override
            public void save(FitState state) {}
        };

        Optional<FitState> saved();

        void save(FitState state);
    }
}
