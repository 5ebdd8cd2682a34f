package dev.mote.model.lowered;

/** Images of [batches, height, width, channels] that become [batches, outputHeight, outputWidth, channels]. */
public record Resize(
        int batches,
        int height,
        int width,
        int channels,
        int outputHeight,
        int outputWidth,
        boolean halfPixelCenters) {}
