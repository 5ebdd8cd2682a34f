package dev.mote.quantizer;

import java.util.List;

/**
 * What {@link AutoQuantize} chose.
 *
 * @param exact of the float model, on the validation samples
 * @param chosen the way that was taken
 * @param withinTolerance whether it loses no more than the tolerance; otherwise it is the one that loses least
 * @param reason in words
 * @param tried in the order in which they were tried
 */
public record Choice(
        QuantizationResult result,
        Score exact,
        Remedy chosen,
        boolean withinTolerance,
        String reason,
        List<Remedy> tried) {
    public Choice {
        tried = List.copyOf(tried);
    }
}
