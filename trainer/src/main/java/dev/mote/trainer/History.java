package dev.mote.trainer;

import dev.mote.dataset.metrics.Regression;
import java.util.List;
import java.util.Optional;

/**
 * How a training run went.
 *
 * @param epochs those that ran
 * @param bestEpoch counted from 1, by the watched quantity; the last one if nothing was watched
 * @param stoppedEarly whether early stopping ended the run
 * @param training the exported weights on what they were trained on
 * @param validation the exported weights on what was held back
 * @param test the exported weights on the test split, if there is one
 * @param errors of a regression
 */
public record History(
        List<Epoch> epochs,
        int bestEpoch,
        boolean stoppedEarly,
        Metrics training,
        Optional<Metrics> validation,
        Optional<Metrics> test,
        Optional<Errors> errors) {
    /**
     * How far the numbers are off that a regression predicts.
     *
     * @param training on the whole training split, what was held back included
     */
    public record Errors(Regression training, Regression test) {}

    /** Of a run whose errors were not measured, or that tells classes. */
    public History(
            List<Epoch> epochs,
            int bestEpoch,
            boolean stoppedEarly,
            Metrics training,
            Optional<Metrics> validation,
            Optional<Metrics> test) {
        this(epochs, bestEpoch, stoppedEarly, training, validation, test, Optional.empty());
    }

    /**
     * @param number counted from 1
     * @param training while the weights moved, with dropout
     * @param validation after the epoch
     * @param learningRate of the last step
     * @param seconds of training and validation
     * @param tensorFlowSeconds of them, those within TensorFlow; the rest is waiting for samples, and bookkeeping
     */
    public record Epoch(
            int number,
            Metrics training,
            Optional<Metrics> validation,
            double learningRate,
            double seconds,
            double tensorFlowSeconds) {}

    public History {
        epochs = List.copyOf(epochs);
    }

    History withErrors(Errors measured) {
        return new History(epochs, bestEpoch, stoppedEarly, training, validation, test, Optional.of(measured));
    }

    public double seconds() {
        return epochs.stream().mapToDouble(Epoch::seconds).sum();
    }

    /** Of {@link #seconds}, those within TensorFlow. */
    public double tensorFlowSeconds() {
        return epochs.stream().mapToDouble(Epoch::tensorFlowSeconds).sum();
    }

    /** As JSON, with Keras' names: {@code loss}, {@code accuracy}, {@code val_loss}, {@code val_accuracy}, {@code seconds}. */
    public String toJson() {
        return HistoryJson.write(this);
    }
}
