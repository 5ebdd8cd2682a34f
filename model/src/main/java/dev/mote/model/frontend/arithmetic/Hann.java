package dev.mote.model.frontend.arithmetic;

/** The window of Hann over any number of rows, in Q15: h[n] = (1 - cos(2 pi n / rows)) / 2. */
public final class Hann {
    /** Fractional bits of the entries. */
    public static final int FRACTION_BITS = 15;

    private Hann() {}

    /** Its first half, the middle included: rows / 2 + 1 entries in [0, 32768]; h[n] = h[rows - n]. */
    public static int[] table(int rows) {
        int[] table = new int[rows / 2 + 1];
        for (int n = 0; n < table.length; n++) {
            double value = (1 - StrictMath.cos(2 * Math.PI * n / rows)) / 2;
            table[n] = (int) Math.floor(value * (1 << FRACTION_BITS) + 0.5);
        }
        return table;
    }

    /** Entry of row n, in [0, rows). */
    public static int at(int[] table, int n, int rows) {
        return table[n < table.length ? n : rows - n];
    }

    /**
     * A value without the mean, 2^gain times as large, weighted.
     *
     * @param value of fewer than {@link FrontEndFormats#SERIES_BITS} bits
     * @param mean of the values, 2^gain times as large
     * @param gain in [0, 12]
     */
    public static int apply(int weight, int value, int mean, int gain) {
        return (int) ((long) ((value << gain) - mean) * weight + (1L << FRACTION_BITS - 1) >> FRACTION_BITS);
    }
}
