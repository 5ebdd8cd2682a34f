package dev.mote.app.pipeline;

import dev.mote.app.report.Epoch;
import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import java.util.List;

/** The epochs of a training run, as pages show them. */
final class Epochs {
    private Epochs() {}

    static List<Epoch> of(History history) {
        return history.epochs().stream().map(Epochs::epoch).toList();
    }

    private static Epoch epoch(History.Epoch epoch) {
        return new Epoch(
                epoch.number(),
                metrics(epoch.training()),
                epoch.validation().map(Epochs::metrics),
                epoch.learningRate());
    }

    private static Epoch.Metrics metrics(Metrics metrics) {
        return new Epoch.Metrics(metrics.loss(), metrics.accuracy().orElse(Double.NaN));
    }
}
