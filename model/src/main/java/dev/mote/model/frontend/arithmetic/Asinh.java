package dev.mote.model.frontend.arithmetic;

/**
 * asinh(x) in Q12 of a ratio x in Q12, by lines between table entries: one up to x = 1/8, then 16 for each doubling. At most 0.0008 off for
 * ratios up to 2^15; larger ones count as 2^15.
 */
public final class Asinh {
    /** Fractional bits of ratio and result. */
    public static final int FRACTION_BITS = 12;

    /** Ratios have fewer bits. */
    public static final int RATIO_BITS = 27;

    private static final int FIRST_OCTAVE = 9;
    private static final int STEP_BITS = 4;

    private Asinh() {}

    /**
     * Entries for ratios up to {@code largest}; the value of a larger one is that of the last entry.
     *
     * @param largest ratio in Q12, in [1, 2^27)
     */
    public static int[] table(int largest) {
        int[] table = new int[place(largest) + 2];
        for (int i = 1; i < table.length; i++) {
            int octave = FIRST_OCTAVE + (i - 1 >> STEP_BITS);
            int step = (i - 1 & 15) + 16;
            double ratio = Math.scalb((double) step, octave - STEP_BITS - FRACTION_BITS);
            table[i] = (int) Math.floor(exact(ratio) * (1 << FRACTION_BITS) + 0.5);
        }
        return table;
    }

    /** @param ratio at least 0 */
    static double exact(double ratio) {
        return StrictMath.log(ratio + StrictMath.sqrt(ratio * ratio + 1));
    }

    /** Index of the last entry that is not above {@code ratio}. */
    private static int place(int ratio) {
        int octave = 31 - Integer.numberOfLeadingZeros(ratio);
        return octave < FIRST_OCTAVE || ratio == 0
                ? 0
                : 1 + (octave - FIRST_OCTAVE << STEP_BITS) + (ratio >> octave - STEP_BITS & 15);
    }

    /**
     * @param table of {@link #table}
     * @param ratio in Q12, in [0, 2^27)
     */
    public static int of(int[] table, int ratio) {
        int place = place(ratio);
        if (place + 1 >= table.length) {
            return table[table.length - 1];
        }
        int widthBits = place == 0 ? FIRST_OCTAVE : 31 - Integer.numberOfLeadingZeros(ratio) - STEP_BITS;
        int rest = ratio & (1 << widthBits) - 1;
        int rise = table[place + 1] - table[place];
        return table[place] + (rise * rest + (1 << widthBits - 1) >> widthBits);
    }
}
