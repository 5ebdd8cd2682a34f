package dev.mote.device.sweep;

import dev.mote.model.stream.StreamPlan;

/** Full scale of a model's channels, in their units. */
public final class FullScale {
    private FullScale() {}

    public static float[] of(StreamPlan plan) {
        // A picture's channel has many pixels.
        float[] fullScale = new float
                [plan.channels().isEmpty()
                        ? plan.channelCount()
                        : plan.channels().size()];
        for (int c = 0; c < fullScale.length; c++) {
            fullScale[c] = plan.fullScale().get(c);
        }
        return fullScale;
    }
}
