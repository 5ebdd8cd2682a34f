package dev.mote.app.pipeline;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.mote.app.report.Epoch;
import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An epoch as a point of each curve, with the keys that {@code history.json} has too.
 *
 * @param epoch counted from 1
 * @param loss while the weights moved; empty if it is no number
 * @param valLoss after the epoch; empty if nothing was held back
 * @param seconds of training and validation
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EpochPoint(
        int epoch,
        OptionalDouble loss,
        OptionalDouble accuracy,
        OptionalDouble valLoss,
        OptionalDouble valAccuracy,
        double seconds) {

    static EpochPoint of(History.Epoch epoch) {
        Optional<Metrics> validation = epoch.validation();
        return new EpochPoint(
                epoch.number(),
                finite(OptionalDouble.of(epoch.training().loss())),
                finite(epoch.training().accuracy()),
                finite(validation
                        .map(metrics -> OptionalDouble.of(metrics.loss()))
                        .orElse(OptionalDouble.empty())),
                finite(validation.map(Metrics::accuracy).orElse(OptionalDouble.empty())),
                epoch.seconds());
    }

    /** JSON has no other numbers. */
    static OptionalDouble finite(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? value : OptionalDouble.empty();
    }

    /** As pages and pictures show it. */
    public Epoch shown() {
        Optional<Epoch.Metrics> validation =
                valLoss.isPresent() ? Optional.of(metrics(valLoss, valAccuracy)) : Optional.empty();
        return new Epoch(epoch, metrics(loss, accuracy), validation, Double.NaN);
    }

    private static Epoch.Metrics metrics(OptionalDouble loss, OptionalDouble accuracy) {
        return new Epoch.Metrics(loss.orElse(Double.NaN), accuracy.orElse(Double.NaN));
    }
}
