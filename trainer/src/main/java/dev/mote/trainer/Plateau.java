package dev.mote.trainer;

import dev.mote.trainer.recipe.ReduceOnPlateau;
import java.util.Optional;

/** Makes the learning rate smaller when the watched quantity stops improving. Depends on the finished epochs only. */
final class Plateau {
    private final Optional<ReduceOnPlateau> rule;
    private double factor = 1;
    private double best = Double.NaN;
    private int waited;
    private int cooling;

    Plateau(Optional<ReduceOnPlateau> rule) {
        this.rule = rule;
    }

    void finished(History.Epoch epoch) {
        rule.ifPresent(reduce -> watch(reduce, StopEarly.value(reduce.monitor(), epoch)));
    }

    private void watch(ReduceOnPlateau reduce, double value) {
        boolean better =
                reduce.monitor().isAccuracy() ? value > best + reduce.minDelta() : value < best - reduce.minDelta();
        if (cooling > 0) {
            cooling--;
            waited = 0;
        }
        if (Double.isNaN(best) || better) {
            best = value;
            waited = 0;
            return;
        }
        if (cooling == 0 && ++waited >= reduce.patience()) {
            factor *= reduce.factor();
            cooling = reduce.cooldown();
            waited = 0;
        }
    }

    /** @param scheduled the rate without reductions */
    double rate(double scheduled) {
        return rule.map(reduce -> Math.max(scheduled * factor, Math.min(scheduled, reduce.minLearningRate())))
                .orElse(scheduled);
    }
}
