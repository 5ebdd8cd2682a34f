package dev.mote.quantizer;

/** Signal-to-quantization-noise ratio: 10 log10(sum x^2 / sum (x - dequantized)^2), in decibels. */
final class Sqnr {
    /** Stands for an error of 0, and with a minus for a signal of 0: JSON has no infinity. */
    static final double LIMIT = 150;

    private Sqnr() {}

    static double decibels(double signal, double error) {
        if (error == 0) {
            return LIMIT;
        }
        return Math.clamp(10 * Math.log10(signal / error), -LIMIT, LIMIT);
    }
}
