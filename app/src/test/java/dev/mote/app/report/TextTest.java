package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it changes the default locale")
class TextTest {
    @Test
    void onlyAWholeIsHundredPercent() {
        assertEquals("100\u00a0%", Text.percent(1));
        assertEquals("99.99\u00a0%", Text.percent(0.999999));
        assertEquals("0.01\u00a0%", Text.percent(0.000001));
        assertEquals("0\u00a0%", Text.percent(0));
        assertEquals("99.12\u00a0%", Text.percent(0.9912));
        assertEquals("–", Text.percent(Double.NaN));
    }

    @Test
    void givesFourSignificantDigits() {
        assertEquals("0.003922", Text.significant(1 / 255.0));
        assertEquals("−18.22", Text.significant(-18.2231));
        assertEquals("12.5", Text.significant(12.5));
        assertEquals("0", Text.significant(0));
        assertEquals("1.235e-09", Text.significant(1.2345678e-9));
        assertEquals("∞", Text.significant(Double.POSITIVE_INFINITY));
    }

    @Test
    void signsDifferences() {
        assertEquals("+0.03", Text.points(0.0003));
        assertEquals("−0.03", Text.points(-0.0003));
        assertEquals("±0.00", Text.points(-0.00001));
        assertEquals("±0.00", Text.points(0));
    }

    @Test
    void roundsSizesForPeople() {
        assertEquals("1\u00a0byte", Text.size(1));
        assertEquals("1023\u00a0bytes", Text.size(1023));
        assertEquals("16.9\u00a0KiB", Text.size(17_320));
        assertEquals("2.0\u00a0MiB", Text.size(2_097_152));
        assertEquals("9,999", Text.short3(9_999));
        assertEquals("1.20\u00a0M", Text.short3(1_204_224));
    }

    @Test
    void isTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("10,000 samples", Text.count(10_000, "sample"));
            assertEquals("1.5", Text.number(1.5));
            assertEquals("0.984", Text.share(0.984));
        } finally {
            Locale.setDefault(before);
        }
    }
}
