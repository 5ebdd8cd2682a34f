package dev.mote.app.pipeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Times for people: two digits, for a time is an estimate. */
public final class Milliseconds {
    private static final int DIGITS = 2;

    private Milliseconds() {}

    /** As {@code 0.56 ms}, {@code 44 ms} or {@code 1,300 ms}. */
    public static String text(double milliseconds) {
        return number(milliseconds) + " ms";
    }

    /** Without the unit. */
    public static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
