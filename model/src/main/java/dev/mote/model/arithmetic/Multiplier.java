package dev.mote.model.arithmetic;

/**
 * A real rescale factor as the kernels use it: factor = multiplier * 2^(shift - 31).
 *
 * @param multiplier in [2^30, 2^31), or 0 for factors too small to matter
 * @param shift in [-31, 30]; positive = left
 */
public record Multiplier(int multiplier, int shift) {

    /**
     * @param factor finite, at least 0 and below 2^30
     * @throws IllegalArgumentException if factor is outside that range
     *     Source: docs/arithmetic.md, section 3
     */
    public static Multiplier of(double factor) {
        if (!(factor >= 0 && factor < 1 << 30)) {
            throw new IllegalArgumentException("rescale factor " + factor + " is outside [0, 2^30)");
        }
        if (factor == 0) {
            return new Multiplier(0, 0);
        }
        int shift = Math.getExponent(factor) + 1;
        long mantissa = Math.round(Math.scalb(factor, 31 - shift));
        if (mantissa == 1L << 31) {
            mantissa /= 2;
            shift++;
        }
        return shift < -31 ? new Multiplier(0, 0) : new Multiplier((int) mantissa, shift);
    }

    /** The multiplier rounded to 16 bits, as 64-bit accumulators take it: factor = narrow * 2^(shift - 15), about. */
    public int narrow() {
        return multiplier < 0x7FFF0000 ? (multiplier + (1 << 15)) >> 16 : 0x7FFF;
    }

    /** The factor that the pair stands for. */
    public double value() {
        return Math.scalb((double) multiplier, shift - 31);
    }
}
