package dev.mote.device.compare;

import dev.mote.dataset.metrics.Histogram;
import java.util.Optional;

/**
 * What a layer's numbers look like, as real numbers.
 *
 * @param name of the layer's output
 * @param operator as in the schema
 * @param weights without biases; empty if the layer has none
 * @param activations of the layer's output over some samples
 * @param channels entries of the output's innermost dimension
 * @param silentChannels those of them that were 0 everywhere
 */
public record LayerValues(
        String name,
        String operator,
        String outputShape,
        Optional<Histogram> weights,
        Histogram activations,
        int channels,
        int silentChannels) {}
