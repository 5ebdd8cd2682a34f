package dev.mote.trainer;

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
 */
public record History(
        List<Epoch> epochs,
        int bestEpoch,
        boolean stoppedEarly,
        Metrics training,
        Optional<Metrics> validation,
        Optional<Metrics> test) {
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
