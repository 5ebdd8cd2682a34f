package dev.mote.app.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as the page prints them: the same in every locale, with a true minus sign and no break before a unit. */
final class Text {
    static final String NOT_KNOWN = "–";
    private static final String SPACE = "\u00a0";
    private static final int KIBI = 1024;

    private Text() {}

    /** With commas: 10,000. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** "1 sample", "2 samples". */
    static String count(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** A share in percent. Only a whole is shown as 100, only nothing as 0. */
    static String percent(double share) {
        if (!Double.isFinite(share)) {
            return NOT_KNOWN;
        }
        double shown = Math.round(share * 10_000) / 100.0;
        if (share > 0 && share < 1) {
            shown = Math.clamp(shown, 0.01, 99.99);
        }
        return fixed(shown, share == 0 || share == 1 ? 0 : 2) + SPACE + "%";
    }

    /** A difference of two shares in percentage points, with its sign. */
    static String points(double difference) {
        return signed(difference * 100, 2);
    }

    /** A share from 0 to 1 with three decimals, for tables. */
    static String share(double share) {
        return Double.isFinite(share) ? fixed(share, 3) : NOT_KNOWN;
    }

    static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        if (zero) {
            return "±" + text.replace("−", "");
        }
        return text.startsWith("−") ? text : "+" + text;
    }

    static String fixed(double value, int decimals) {
        return minus(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }

    /** With commas between thousands, for axes. */
    static String grouped(double value, int decimals) {
        return minus(String.format(Locale.ROOT, "%,." + decimals + "f", value + 0.0));
    }

    /** With four significant digits: 0.003922, 12.5, 1.2e-9. */
    static String significant(double value) {
        if (Double.isNaN(value)) {
            return NOT_KNOWN;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        boolean plain = rounded.signum() == 0 || exponent >= -5 && exponent < 7;
        return minus(plain ? rounded.toPlainString() : String.format(Locale.ROOT, "%.3e", value));
    }

    /** A size for people: "812 bytes", "16.9 KiB". */
    static String size(long bytes) {
        if (bytes < KIBI) {
            return bytes + SPACE + (bytes == 1 ? "byte" : "bytes");
        }
        boolean mebi = bytes >= (long) KIBI * KIBI;
        double value = (double) bytes / (mebi ? KIBI * KIBI : KIBI);
        return fixed(value, 1) + SPACE + (mebi ? "MiB" : "KiB");
    }

    /** Large counts for people: "812", "1.20 M". */
    static String short3(long value) {
        if (value < 10_000) {
            return count(value);
        }
        return value < 1_000_000 ? fixed(value / 1e3, 1) + SPACE + "k" : fixed(value / 1e6, 2) + SPACE + "M";
    }

    /** At most so many letters, the last one an ellipsis if some are left out. */
    static String shortened(String text, int letters) {
        return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
    }

    /** "p = 0.55" or "p < 0.001". */
    static String probability(double p) {
        return p < 0.001 ? "p < 0.001" : "p = " + fixed(p, p < 0.1 ? 3 : 2);
    }

    /** A coordinate or a width for SVG and CSS, one decimal where there is one. */
    static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }

    private static String minus(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number;
    }
}
