package dev.mote.model.arithmetic;

import java.util.function.DoubleUnaryOperator;

/**
 * Tables of functions of int16, between whose entries values are interpolated. They are the same for every model.
 * Source: docs/arithmetic.md, section 10.
 */
public final class Int16Tables {
    private static final int STEPS = 512;
    private static final float RANGE = 65535;

    private Int16Tables() {}

    /** exp(x) in Q0 of int16, for x in [-10, 0] in 513 entries. */
    public static short[] exponential() {
        return interpolated(10 / RANGE, Short.MAX_VALUE, StrictMath::exp);
    }

    /** 1 / (1 + x) in Q0 of int16, for x in [0, 1] in 513 entries. */
    public static short[] reciprocal() {
        return interpolated(1 / RANGE, Short.MIN_VALUE, x -> 1 / (1 + (float) x));
    }

    /**
     * All steps in float, as the reference takes them. An entry is off the function by half of what the interpolation to the next one
     * would be off in the middle.
     */
    private static short[] interpolated(float inputScale, int inputZeroPoint, DoubleUnaryOperator function) {
        float outputScale = 2 / RANGE;
        float first = inputScale * (Short.MIN_VALUE - inputZeroPoint);
        float last = inputScale * (Short.MAX_VALUE - inputZeroPoint);
        float step = (last - first) / STEPS;
        float halfStep = step / 2;
        float toInteger = 65536 / (outputScale * Short.MAX_VALUE - outputScale * Short.MIN_VALUE);
        short[] table = new short[STEPS + 1];
        for (int i = 0; i < STEPS; i++) {
            float here = (float) function.applyAsDouble(first + i * step) * toInteger;
            float middle = (float) function.applyAsDouble(first + i * step + halfStep) * toInteger;
            float next = (float) function.applyAsDouble(first + (i + 1) * step) * toInteger;
            float interpolated = round((next + round(here)) / 2);
            table[i] = saturate(round(here) - round((interpolated - round(middle)) / 2));
        }
        table[STEPS] = saturate(round((float) function.applyAsDouble(last) * toInteger));
        return table;
    }

    private static float round(float x) {
        return FixedPoint.roundHalfAway(x);
    }

    private static short saturate(float x) {
        return (short) Math.min(Math.max(x, Short.MIN_VALUE), Short.MAX_VALUE);
    }

    /** The value of a table of 513 entries at {@code x}: its upper 9 bits choose the entry, its lower 7 the place up to the next one. */
    public static short interpolate(short[] table, short x) {
        int index = 256 + (x >> 7);
        int slope = table[index + 1] - table[index];
        return (short) (table[index] + (slope * (x & 0x7f) + 64 >> 7));
    }
}
