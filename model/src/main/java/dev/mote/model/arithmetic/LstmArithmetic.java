package dev.mote.model.arithmetic;

/** The factors of an int8 or 16x8 LSTM. Gates work with 12 fraction bits, their results with 15. Source: docs/arithmetic.md, section 12. */
public final class LstmArithmetic {
    private static final float GATE_SCALE = 0x1p-12f;
    private static final double PRODUCT_SCALE = 0x1p-30;

    /** Exponents of the cell scale for which the input of tanh fits 32 bits. */
    public static final int LEAST_POWER = -43;

    public static final int GREATEST_POWER = 2;

    /** Fraction bits that tanh's input has without a shift. */
    private static final int TANH_BITS = 12;

    /** From the product of the forget gate and the cell to the cell. */
    public static final Multiplier FORGET = Multiplier.of(0x1p-15);

    private LstmArithmetic() {}

    /** From accumulator to gate; the product of the scales is a float. */
    public static double gateFactor(float operandScale, float weightScale) {
        return (double) (operandScale * weightScale) / GATE_SCALE;
    }

    /** From the product of two numbers with 15 fraction bits to {@code scale}. */
    public static double ofProducts(float scale) {
        return PRODUCT_SCALE / scale;
    }

    /** The power of two nearest to the scale of the cell, by its logarithm in float. */
    public static int power(float cellScale) {
        float log2 = (float) Math.log(cellScale) * (1 / (float) Math.log(2));
        return FixedPoint.roundHalfAway(log2);
    }

    /** How the cell comes to tanh.
     *  @param power in [{@link #LEAST_POWER}, {@link #GREATEST_POWER}] */
    public static Int16Functions.Scale tanhScale(int power) {
        int left = TANH_BITS + power;
        return left >= 0 ? new Int16Functions.Scale(3 << left, 0) : new Int16Functions.Scale(3, -left);
    }

    /** Furthest that a cell may be from 0.
     *  @param clip above 0 */
    public static int clip(float clip, float cellScale) {
        return (int) Math.clamp((double) clip / cellScale, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
