package dev.mote.app.studio.runs;

import dev.mote.app.studio.runs.RunResults.EpochFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A training in one line.
 *
 * @param name as {@code validation accuracy}
 * @param epochs how many there were
 * @param values as many as a small picture shows; null where the training lost its way
 */
public record LearningCurve(String name, int epochs, List<OptionalDouble> values) {
    private static final int MOST = 60;

    private record Quantity(String name, Function<EpochFigures, OptionalDouble> value) {}

    /** What tells most of the quantities that were watched; nothing without a training. */
    static Optional<LearningCurve> of(List<EpochFigures> epochs) {
        return Stream.of(
                        new Quantity("validation accuracy", EpochFigures::validationAccuracy),
                        new Quantity("training accuracy", EpochFigures::accuracy),
                        new Quantity("validation loss", EpochFigures::validationLoss),
                        new Quantity("training loss", EpochFigures::loss))
                .filter(quantity -> epochs.stream()
                        .anyMatch(epoch -> quantity.value().apply(epoch).isPresent()))
                .findFirst()
                .map(quantity -> new LearningCurve(
                        quantity.name(),
                        epochs.size(),
                        thinned(epochs).stream().map(quantity.value()).toList()));
    }

    /** The last one is always there. */
    private static List<EpochFigures> thinned(List<EpochFigures> epochs) {
        int step = Math.ceilDiv(epochs.size(), MOST);
        List<EpochFigures> shown = new ArrayList<>();
        for (int i = (epochs.size() - 1) % step; i < epochs.size(); i += step) {
            shown.add(epochs.get(i));
        }
        return shown;
    }
}
