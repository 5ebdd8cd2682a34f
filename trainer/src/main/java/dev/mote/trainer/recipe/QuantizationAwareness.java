package dev.mote.trainer.recipe;

import java.util.Objects;

/**
 * Quantization-aware training: after its epochs the network is trained on for some more, with weights and activations rounded as the int8
 * model will round them.
 *
 * @param epochs of that second part
 * @param learningRate at its beginning; falls to 0 by a cosine
 */
public record QuantizationAwareness(Ranges ranges, int epochs, double learningRate) {
    /** How the range of an activation is found. Names are those of recipes, in lower case. */
    public enum Ranges {
        /** Moved by the gradient, as the weights are. */
        LEARNED,
        /** A moving average over the extremes of the batches. */
        OBSERVED
    }

    public static final QuantizationAwareness DEFAULT = new QuantizationAwareness(Ranges.LEARNED, 5, 0.0005);

    public QuantizationAwareness {
        Objects.requireNonNull(ranges);
        Check.whole("epochs", epochs, 1, 100_000);
        Check.positive("learning_rate", learningRate);
    }
}
