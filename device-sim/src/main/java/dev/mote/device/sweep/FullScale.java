package dev.mote.device.sweep;

import dev.mote.model.stream.StreamPlan;

/** Full scale of a model's channels, in their units. */
public final class FullScale {
    private FullScale() {}

    public static float[] of(StreamPlan plan) {
        float[] fullScale = new float[plan.channelCount()];
        for (int c = 0; c < fullScale.length; c++) {
            fullScale[c] = plan.fullScale().get(c);
        }
        return fullScale;
    }
}
