package dev.mote.model.lowered;

import dev.mote.model.arithmetic.Multiplier;
import java.util.List;

/**
 * From accumulator to output scale, for each output channel, or one factor for all of them.
 *
 * @param factors one a channel, or a single one
 */
public record ChannelScaling(List<Multiplier> factors) {
    public ChannelScaling {
        factors = List.copyOf(factors);
    }

    public boolean isUniform() {
        return factors.size() == 1;
    }

    /** Factor of output channel {@code channel}. */
    public Multiplier factor(int channel) {
        return factors.get(isUniform() ? 0 : channel);
    }

    /** One multiplier for each of {@code channels} channels. */
    public int[] multipliers(int channels) {
        int[] multipliers = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            multipliers[channel] = factor(channel).multiplier();
        }
        return multipliers;
    }

    /** One shift for each of {@code channels} channels; positive = left. */
    public int[] shifts(int channels) {
        int[] shifts = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            shifts[channel] = factor(channel).shift();
        }
        return shifts;
    }
}
