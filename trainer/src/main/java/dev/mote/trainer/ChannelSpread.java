package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;

/** Size and spread of each channel over the training samples. */
final class ChannelSpread {
    private final double[] largest;
    private final double[] sum;
    private final double[] squares;
    private final long valuesPerChannel;

    private ChannelSpread(int channels, long valuesPerChannel) {
        largest = new double[channels];
        sum = new double[channels];
        squares = new double[channels];
        this.valuesPerChannel = valuesPerChannel;
    }

    static ChannelSpread of(Dataset dataset) {
        Samples samples = dataset.train();
        int channels = dataset.channels().size();
        float[] values = new float[dataset.sampleShape().elements()];
        long perChannel = (long) samples.count() * values.length / channels;
        ChannelSpread spread = new ChannelSpread(channels, perChannel);
        for (int i = 0; i < samples.count(); i++) {
            samples.copyValues(i, values, 0);
            for (int k = 0; k < values.length; k++) {
                // What is no number is refused later, with its place.
                if (Float.isFinite(values[k])) {
                    spread.add(k % channels, values[k]);
                }
            }
        }
        return spread;
    }

    private void add(int channel, double value) {
        largest[channel] = Math.max(largest[channel], Math.abs(value));
        sum[channel] += value;
        squares[channel] += value * value;
    }

    double largest(int channel) {
        return largest[channel];
    }

    double deviation(int channel) {
        double mean = sum[channel] / valuesPerChannel;
        return Math.sqrt(Math.max(0, squares[channel] / valuesPerChannel - mean * mean));
    }
}
