package dev.mote.trainer;

import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.EarlyStopping;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Watches the epochs: says when to stop, and which weights to end with. */
final class StopEarly {
    private final Optional<EarlyStopping> rule;
    private final int averagedEpochs;
    private final Deque<Weights> last = new ArrayDeque<>();
    private Weights best;
    private double bestValue;
    private int bestEpoch;
    private int epoch;

    StopEarly(Optional<EarlyStopping> rule, int averagedEpochs) {
        this.rule = rule;
        this.averagedEpochs = averagedEpochs;
    }

    /** @return whether this was the last epoch */
    boolean stopsAfter(History.Epoch finished, Weights weights) {
        epoch = finished.number();
        last.addLast(weights);
        if (last.size() > averagedEpochs) {
            last.removeFirst();
        }
        return rule.map(stopping -> watch(stopping, finished, weights)).orElse(false);
    }

    private boolean watch(EarlyStopping stopping, History.Epoch finished, Weights weights) {
        double value = value(stopping.monitor(), finished);
        boolean better = stopping.monitor().isAccuracy()
                ? value > bestValue + stopping.minDelta()
                : value < bestValue - stopping.minDelta();
        if (best == null || better) {
            best = weights;
            bestValue = value;
            bestEpoch = epoch;
        }
        return epoch - bestEpoch > 0 && epoch - bestEpoch >= stopping.patience();
    }

    static double value(EarlyStopping.Monitor monitor, History.Epoch finished) {
        Metrics metrics = monitor.needsValidation() ? finished.validation().orElseThrow() : finished.training();
        return monitor.isAccuracy() ? metrics.accuracy().orElseThrow() : metrics.loss();
    }

    FitState.Watched state() {
        return new FitState.Watched(Optional.ofNullable(best), bestValue, bestEpoch, List.copyOf(last));
    }

    /** @param epochs that were over then */
    void restore(FitState.Watched state, int epochs) {
        best = state.best().orElse(null);
        bestValue = state.bestValue();
        bestEpoch = state.bestEpoch();
        last.clear();
        last.addAll(state.last());
        epoch = epochs;
    }

    /** Counted from 1. */
    int bestEpoch() {
        return best == null ? epoch : bestEpoch;
    }

    Weights result() {
        boolean restored = rule.map(EarlyStopping::restoreBestWeights).orElse(false);
        return restored ? best : last.size() == 1 ? last.getLast() : Weights.mean(List.copyOf(last));
    }
}
