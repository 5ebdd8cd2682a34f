package dev.mote.model.frontend.arithmetic;

/**
 * From a value to asinh(value / knee): the ratio in Q12 is (|value| * multiplier + half) >> shift, at most 2^27 - 1; its asinh comes from a
 * table, in Q12, and takes the value's sign.
 *
 * @param multiplier in [0, 2^31)
 * @param shift in [1, 62]
 */
public record Compression(int multiplier, int shift) {
    private static final int LARGEST = (1 << Asinh.RATIO_BITS) - 1;

    public Compression {
        if (multiplier < 0 || shift < 1 || shift > 62) {
            throw new IllegalArgumentException("compression by " + multiplier + " >> " + shift);
        }
    }

    /** @param knee in units of the value, above 0 */
    public static Compression of(double knee) {
        if (!(knee > 0 && Double.isFinite(knee))) {
            throw new IllegalArgumentException("knee " + knee);
        }
        Factor factor = Factor.of((1 << Asinh.FRACTION_BITS) / knee, 62);
        return new Compression(factor.multiplier(), factor.shift());
    }

    /** @param value above -2^31 */
    public int ratio(int value) {
        long product = (long) Math.abs(value) * multiplier;
        return (int) Math.min(product + (1L << shift - 1) >> shift, LARGEST);
    }

    /** asinh(value / knee) in Q12. */
    public int apply(int[] table, int value) {
        int magnitude = Asinh.of(table, ratio(value));
        return value < 0 ? -magnitude : magnitude;
    }
}
