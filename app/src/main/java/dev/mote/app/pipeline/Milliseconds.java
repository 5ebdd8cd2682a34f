package dev.mote.app.pipeline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Times for people: two digits, for a time is an estimate. */
public final class Milliseconds {
    private static final int DIGITS = 2;
    private static final int EXACT_DIGITS = 4;

    private Milliseconds() {}

    /** As {@code 0.56 ms}, {@code 44 ms} or {@code 1,300 ms}. */
    public static String text(double milliseconds) {
        return number(milliseconds) + " ms";
    }

    /** Of a time that is given, not estimated: to four digits, as {@code 1,280 ms}. */
    public static String exact(double milliseconds) {
        BigDecimal rounded = new BigDecimal(milliseconds)
                .round(new MathContext(EXACT_DIGITS))
                .stripTrailingZeros();
        return plain(rounded) + " ms";
    }

    /** Without the unit. */
    public static String number(double value) {
        return plain(new BigDecimal(value).round(new MathContext(DIGITS)));
    }

    private static String plain(BigDecimal rounded) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
