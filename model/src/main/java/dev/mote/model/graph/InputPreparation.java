package dev.mote.model.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * The way from a physical value to the input tensor, for channel c (the innermost dimension):
 * tensor = (compressed - offset[c]) * factor[c]. One entry serves all channels; no entry leaves values as they are.
 * Compressed is asinh(physical / knee[c]) where a channel has a knee: linear far below the knee and logarithmic far above it, so that
 * int8 keeps small movements beside large ones. Without a knee it is the physical value itself.
 *
 * @param unit of the physical values, as {@code g} or {@code grey level}; several, one a channel, separated by commas
 * @param channels names of the channels, may be empty
 * @param rateHertz samples a second of a signal; 0 for images
 * @param knee in the unit of the channel, 0 for none; as many as offsets, or none at all
 */
public record InputPreparation(
        String unit,
        List<String> channels,
        double rateHertz,
        List<Float> knee,
        List<Float> offset,
        List<Float> factor) {
    public static final InputPreparation NONE = new InputPreparation("", List.of(), 0, List.of(), List.of(), List.of());

    public InputPreparation {
        unit = unit == null ? "" : unit;
        channels = channels == null ? List.of() : List.copyOf(channels);
        knee = knee == null ? List.of() : List.copyOf(knee);
        offset = offset == null ? List.of() : List.copyOf(offset);
        factor = factor == null ? List.of() : List.copyOf(factor);
        if (offset.size() != factor.size()) {
            throw new IllegalArgumentException(offset.size() + " offsets, but " + factor.size() + " factors");
        }
        if (!knee.isEmpty() && knee.size() != offset.size()) {
            throw new IllegalArgumentException(offset.size() + " offsets, but " + knee.size() + " knees");
        }
        if (!Stream.of(knee, offset, factor).flatMap(List::stream).allMatch(Float::isFinite)) {
            throw new IllegalArgumentException("numbers of a preparation must be finite");
        }
    }

    /** The float input tensor for {@code physical} values whose innermost dimension is the channel. */
    public float[] apply(float[] physical) {
        float[] prepared = physical.clone();
        apply(prepared, 0, prepared.length);
        return prepared;
    }

    /** As {@link #apply(float[])}, in place; {@code values[start]} belongs to channel 0. */
    public void apply(float[] values, int start, int length) {
        for (int channel = 0; channel < offset.size(); channel++) {
            float channelKnee = knee.isEmpty() ? 0 : knee.get(channel);
            float channelOffset = offset.get(channel);
            float channelFactor = factor.get(channel);
            for (int i = start + channel; i < start + length; i += offset.size()) {
                values[i] = (compress(values[i], channelKnee) - channelOffset) * channelFactor;
            }
        }
    }

    /** asinh(value / knee); the value itself for a knee of 0. */
    public static float compress(float value, float knee) {
        if (knee == 0) {
            return value;
        }
        double ratio = Math.abs((double) value / knee);
        double magnitude = Math.log(ratio + Math.sqrt(ratio * ratio + 1));
        return (float) (value < 0 ? -magnitude : magnitude);
    }
}
