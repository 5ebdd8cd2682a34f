package dev.mote.model.frontend.arithmetic;

/**
 * Logarithm to the base 2 in Q16: its integer part is the position of the highest bit, its fraction is interpolated between 65 entries.
 * At most 5 / 65536 off.
 */
public final class Log2 {
    /** Fractional bits of the result. */
    public static final int FRACTION_BITS = 16;

    private static final int INDEX_BITS = 6;
    private static final int[] TABLE = entries();

    private Log2() {}

    /** log2(1 + i / 64) in Q16, i = 0 .. 64. The last one is 2^16, which 16 bits hold as 0: differences count modulo 2^16. */
    public static int[] table() {
        return TABLE.clone();
    }

    private static int[] entries() {
        int size = 1 << INDEX_BITS;
        int[] table = new int[size + 1];
        for (int i = 0; i <= size; i++) {
            table[i] = (int)
                    Math.floor(StrictMath.log(1 + (double) i / size) / StrictMath.log(2) * (1 << FRACTION_BITS) + 0.5);
        }
        return table;
    }

    /**
     * @param x at least 0; 0 counts as 1
     * @return in [0, 63 * 2^16)
     */
    public static int of(long x) {
        if (x < 0) {
            throw new IllegalArgumentException("logarithm of " + x);
        }
        if (x <= 1) {
            return 0;
        }
        int zeros = Long.numberOfLeadingZeros(x);
        // The highest bit goes to bit 31; what is cut off below is less than 2^-31 of x.
        int mantissa = (int) (x << zeros >>> 32);
        int index = mantissa >>> 25 & 63;
        int rest = mantissa >>> 9 & 0xffff;
        int slope = TABLE[index + 1] - TABLE[index];
        return (63 - zeros << FRACTION_BITS) + TABLE[index] + (slope * rest + 0x8000 >> 16);
    }
}
