package dev.mote.quantizer;

import java.util.List;

/**
 * Where quantization costs accuracy, and what helps.
 *
 * @param exact of the float model, on the validation samples
 * @param layers in the order in which they are computed
 * @param remedies each by itself, and some together
 * @param calibrationSamples how many
 * @param validationSamples how many, none of which calibrates
 */
public record Explanation(
        Score exact, List<LayerCost> layers, List<Remedy> remedies, int calibrationSamples, int validationSamples) {
    public Explanation {
        layers = List.copyOf(layers);
        remedies = List.copyOf(remedies);
    }
}
