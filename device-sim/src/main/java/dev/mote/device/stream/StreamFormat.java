package dev.mote.device.stream;

import dev.mote.model.graph.Shape;
import java.util.List;

/**
 * What the samples of a stream are.
 *
 * @param name for reports
 * @param synthetic true if the samples were generated; every report then says so
 * @param unit of the values, as {@code g} or {@code grey level}; several, one a channel, separated by commas; empty if nobody told
 * @param channels names of the innermost dimension's entries
 * @param rateHertz nominal samples, or images, a second
 * @param labels names of the classes, by the index that {@link TimedSample#label} has
 * @param sampleShape of one moment: [channels] of a signal, [height, width, channels] of images
 */
public record StreamFormat(
        String name,
        boolean synthetic,
        String unit,
        List<String> channels,
        double rateHertz,
        List<String> labels,
        Shape sampleShape) {
    public StreamFormat {
        channels = List.copyOf(channels);
        labels = List.copyOf(labels);
        if (!(rateHertz > 0) || Double.isInfinite(rateHertz)) {
            throw new IllegalArgumentException(rateHertz + " samples a second");
        }
        if (channels.size() != sampleShape.dimension(-1)) {
            throw new IllegalArgumentException(channels.size() + " channel names for samples of " + sampleShape);
        }
    }

    /** Of a signal. */
    public StreamFormat(
            String name, boolean synthetic, String unit, List<String> channels, double rateHertz, List<String> labels) {
        this(name, synthetic, unit, channels, rateHertz, labels, Shape.of(channels.size()));
    }

    public boolean isImages() {
        return sampleShape.rank() > 1;
    }

    /** The unit of one channel; empty if nobody told. */
    public String unit(int channel) {
        String[] units = unit.split(",", -1);
        return units.length == channels.size() ? units[channel].strip() : units.length == 1 ? unit : "";
    }

    /** From one sample to the next. */
    public double intervalMicros() {
        return 1e6 / rateHertz;
    }

    public StreamFormat withRate(double newRateHertz) {
        return new StreamFormat(name, synthetic, unit, channels, newRateHertz, labels, sampleShape);
    }
}
