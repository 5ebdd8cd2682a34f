package dev.mote.dataset.metrics;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The losses of a training run.
 *
 * @param training after each epoch; {@code validation} likewise, or empty if nothing was held back
 */
public record LossCurve(List<Double> training, List<Double> validation) {
    /** Less is within what a validation loss wavers. */
    private static final double RISE = 1.05;

    private static final double FALL = 0.99;
    private static final int FEW_EPOCHS = 3;

    public LossCurve {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /** The epoch with the least validation loss, counted from 1, if two epochs or more came after it and the loss rose by 5 % or more. */
    public OptionalInt turn() {
        int best = least(validation);
        boolean rose = best >= 0
                && validation.size() - 1 - best >= 2
                && validation.getLast() >= RISE * validation.get(best)
                && training.getLast() < training.get(best);
        return rose ? OptionalInt.of(best + 1) : OptionalInt.empty();
    }

    /** Whether the loss still fell at the end: by 1 % or more in the last tenth of the epochs, to its least. */
    public boolean fellToTheEnd() {
        List<Double> watched = validation.isEmpty() ? training : validation;
        if (watched.size() < FEW_EPOCHS) {
            return false;
        }
        int tail = Math.max(1, watched.size() / 10);
        double before = watched.get(watched.size() - 1 - tail);
        return least(watched) >= watched.size() - tail && watched.getLast() <= FALL * before;
    }

    /** Index; -1 if there is none. */
    private static int least(List<Double> losses) {
        return IntStream.range(0, losses.size())
                .reduce((a, b) -> losses.get(b) < losses.get(a) ? b : a)
                .orElse(-1);
    }
}
