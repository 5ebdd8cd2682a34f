package dev.mote.quantizer;

import dev.mote.model.interpreter.TensorBuffer;
import java.util.Arrays;

/** Sums over the values of one activation, float and quantized side by side, for each channel (index in the innermost dimension). */
final class ErrorSums {
    private final Encoding encoding;
    private final double[] signal;
    private final double[] error;
    private long values;
    private long clipped;

    ErrorSums(int channels, Encoding encoding) {
        this.encoding = encoding;
        this.signal = new double[channels];
        this.error = new double[channels];
    }

    void add(float[] exact, TensorBuffer quantized) {
        Range range = encoding.range();
        double half = encoding.perTensor().scale() / 2.0;
        for (int i = 0; i < exact.length; i++) {
            double x = exact[i];
            double difference = x - encoding.real(quantized, i);
            int channel = i % signal.length;
            signal[channel] += x * x;
            error[channel] += difference * difference;
            if (x < range.min() - half || x > range.max() + half) {
                clipped++;
            }
        }
        values += exact.length;
    }

    void add(ErrorSums other) {
        for (int channel = 0; channel < signal.length; channel++) {
            signal[channel] += other.signal[channel];
            error[channel] += other.error[channel];
        }
        values += other.values;
        clipped += other.clipped;
    }

    double signal() {
        return Arrays.stream(signal).sum();
    }

    double error() {
        return Arrays.stream(error).sum();
    }

    double sqnrDb() {
        return Sqnr.decibels(signal(), error());
    }

    double sqnrDb(int channel) {
        return Sqnr.decibels(signal[channel], error[channel]);
    }

    int worstChannel() {
        int worst = 0;
        for (int channel = 1; channel < signal.length; channel++) {
            if (sqnrDb(channel) < sqnrDb(worst)) {
                worst = channel;
            }
        }
        return worst;
    }

    double clippedShare() {
        return values == 0 ? 0 : (double) clipped / values;
    }
}
