package dev.mote.quantizer;

import java.util.OptionalDouble;

/**
 * How well a model does on samples, beside the float model.
 *
 * @param accuracy share of right answers, 0 to 1; empty where the samples have no labels
 * @param agreement share of samples on which both give the same class; NaN of a model that predicts numbers
 * @param sqnrDb signal-to-quantization-noise ratio of the outputs, before a closing softmax or logistic function; 150 = no error at all
 */
public record Score(OptionalDouble accuracy, double agreement, double sqnrDb) {

    /**
     * Points, hundredths, that are lost against {@code exact}: of accuracy; without labels, of agreement; of numbers, the error as part of
     * the outputs' magnitude (root of the mean squares). Below 0 where accuracy grows.
     */
    public double pointsLost(Score exact) {
        if (accuracy.isPresent()) {
            return 100 * (exact.accuracy().orElseThrow() - accuracy.getAsDouble());
        }
        return 100 * (Double.isNaN(agreement) ? Math.pow(10, -sqnrDb / 20) : 1 - agreement);
    }
}
