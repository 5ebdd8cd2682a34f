package dev.mote.model.frontend.arithmetic;

/**
 * From a value of the front end to the input tensor: clamp((value * multiplier + offset) >> shift), in 64 bits. The offset holds the
 * half that rounds, the zero point and what is subtracted from the value.
 *
 * @param multiplier magnitude below 2^31
 * @param offset magnitude below 2^62
 * @param shift in [1, 40]
 */
public record Affine(int multiplier, long offset, int shift) {
    private static final int MOST_SHIFT = 40;

    public Affine {
        if (multiplier == Integer.MIN_VALUE || Math.abs(offset) >= 1L << 62 || shift < 1 || shift > MOST_SHIFT) {
            throw new IllegalArgumentException("affine step " + multiplier + ", " + offset + ", " + shift);
        }
    }

    /**
     * The step nearest to value * factor + offset.
     *
     * @param factor steps of the input tensor a unit of the value, magnitude below 2^29
     * @param offset in steps of the input tensor, the zero point included; the larger, the fewer bits the factor has
     */
    public static Affine of(double factor, double offset) {
        if (!(Math.abs(offset) < 1L << 60)) {
            throw new IllegalArgumentException("offset " + offset + " is not below 2^60 steps");
        }
        int room = 60 - Math.max(Math.getExponent(offset), 0);
        Factor scaled = Factor.of(factor, Math.min(MOST_SHIFT, room));
        long half = 1L << scaled.shift() - 1;
        long whole = (long) Math.floor(Math.scalb(offset, scaled.shift()) + 0.5);
        return new Affine(scaled.multiplier(), whole + half, scaled.shift());
    }

    /** @param value above -2^31 */
    public byte apply(int value) {
        long steps = (long) value * multiplier + offset >> shift;
        return (byte) Math.clamp(steps, Byte.MIN_VALUE, Byte.MAX_VALUE);
    }

    /** What the integers stand for: steps of the input tensor before rounding and clamping. */
    public double real(double value) {
        return Math.scalb(value * multiplier + (offset - (1L << shift - 1)), -shift);
    }
}
