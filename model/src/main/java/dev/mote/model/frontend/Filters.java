package dev.mote.model.frontend;

/** Numbers of filters and windows, from frequencies. StrictMath: the same on every machine. */
final class Filters {
    private Filters() {}

    /**
     * Share of the newest value in a low pass of one pole: 1 - exp(-2 pi f), Q30.
     *
     * @param frequency cutoff / rate, in (0, 1/2)
     */
    static int share(double frequency) {
        double share = -StrictMath.expm1(-2 * Math.PI * frequency);
        return (int) Math.max(1, Math.floor(share * (1 << 30) + 0.5));
    }

    /** Sum of the squares of a Hann window of {@code length} values. */
    static double hannPower(int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            double weight = 0.5 - StrictMath.cos(2 * Math.PI * i / length) / 2;
            sum += weight * weight;
        }
        return sum;
    }
}
