package dev.mote.model.graph;

import java.util.List;

/**
 * The way from a physical value to the input tensor, for channel c (the innermost dimension):
 * tensor = (physical - offset[c]) * factor[c]. One entry serves all channels; no entry leaves values as they are.
 *
 * @param unit of the physical values, as {@code g} or {@code grey level}; several, one a channel, separated by commas
 * @param channels names of the channels, may be empty
 * @param rateHertz samples a second of a signal; 0 for images
 */
public record InputPreparation(
        String unit, List<String> channels, double rateHertz, List<Float> offset, List<Float> factor) {
    public static final InputPreparation NONE = new InputPreparation("", List.of(), 0, List.of(), List.of());

    public InputPreparation {
        unit = unit == null ? "" : unit;
        channels = channels == null ? List.of() : List.copyOf(channels);
        offset = offset == null ? List.of() : List.copyOf(offset);
        factor = factor == null ? List.of() : List.copyOf(factor);
        if (offset.size() != factor.size()) {
            throw new IllegalArgumentException(offset.size() + " offsets, but " + factor.size() + " factors");
        }
    }

    /** The float input tensor for {@code physical} values whose innermost dimension is the channel. */
    public float[] apply(float[] physical) {
        float[] prepared = physical.clone();
        if (!offset.isEmpty()) {
            for (int i = 0; i < prepared.length; i++) {
                int channel = i % offset.size();
                prepared[i] = (prepared[i] - offset.get(channel)) * factor.get(channel);
            }
        }
        return prepared;
    }
}
