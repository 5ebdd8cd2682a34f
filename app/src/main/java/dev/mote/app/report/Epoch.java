package dev.mote.app.report;

import java.util.Optional;

/**
 * One pass over the training samples.
 *
 * @param number counted from 1
 * @param training while the weights moved
 * @param validation after the epoch; empty if nothing was held back
 * @param learningRate of its last step; NaN if not known
 */
public record Epoch(int number, Metrics training, Optional<Metrics> validation, double learningRate) {
    /** @param accuracy from 0 to 1; NaN if it was not measured */
    public record Metrics(double loss, double accuracy) {}
}
