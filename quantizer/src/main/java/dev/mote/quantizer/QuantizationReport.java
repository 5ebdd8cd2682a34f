package dev.mote.quantizer;

import java.util.List;

/**
 * What quantization cost, layer by layer and tensor by tensor, over calibration samples.
 *
 * @param method as {@code min_max}
 * @param calibrationSamples from which the ranges were learned
 * @param measuredSamples that were run through both models
 * @param outputSqnrDb signal-to-quantization-noise ratio of the model's outputs, all taken together
 */
public record QuantizationReport(
        String method,
        int calibrationSamples,
        int measuredSamples,
        double outputSqnrDb,
        List<LayerReport> layers,
        List<TensorReport> tensors) {
    public QuantizationReport {
        layers = List.copyOf(layers);
        tensors = List.copyOf(tensors);
    }
}
