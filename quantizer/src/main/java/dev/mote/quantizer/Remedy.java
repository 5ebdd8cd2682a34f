package dev.mote.quantizer;

/**
 * One way to quantize a model, and what comes of it.
 *
 * @param name as {@code mse + bias correction}
 * @param options that make it
 * @param calibration on the calibration samples
 * @param validation on the validation samples
 * @param pointsLost on the validation samples, against float
 */
public record Remedy(
        String name,
        QuantizerOptions options,
        Score calibration,
        Score validation,
        double pointsLost,
        Footprint footprint) {}
