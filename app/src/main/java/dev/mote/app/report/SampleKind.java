package dev.mote.app.report;

import java.util.List;

/** How the values of a sample are drawn. */
public sealed interface SampleKind {
    /**
     * Pixels in the order height, width, channel.
     *
     * @param channels 1 for grey, 3 for red, green, blue; of any other number the first is drawn
     * @param black value of the darkest pixel, {@code white} of the brightest
     */
    record Image(int height, int width, int channels, double black, double white) implements SampleKind {}

    /**
     * Values in the order time, channel.
     *
     * @param rateHertz samples a second; 0 if unknown
     */
    record Signal(int length, List<Channel> channels, double rateHertz) implements SampleKind {
        public Signal {
            channels = List.copyOf(channels);
        }
    }

    /** One value a channel. */
    record Features(List<Channel> channels) implements SampleKind {
        public Features {
            channels = List.copyOf(channels);
        }
    }

    /** @param unit may be empty */
    record Channel(String name, String unit) {}
}
