package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CTextTest {

    @Test
    void foreignNamesCannotEndAComment() {
        assertEquals("\"a* /b?c/n/ *\"", CText.quoted("a*/b\nc\\n/*"));
        assertEquals("trigraph ? ?/", CText.printable("trigraph ??/"));
        assertEquals("? ? ?", CText.printable("\u7c73\u6bcf\u79d2"));
    }

    @Test
    void literalsHoldBytesOfUtf8() {
        assertEquals("\"d\\303\\266g \\042\\077\\134\"", CText.literal("d\u00f6g \"?\\"));
    }

    @Test
    void wrapsAt100Columns() {
        for (String line : CText.wrapped(Numbers.of(IntStream.range(-500, 500).toArray()))) {
            assertTrue(line.length() <= 96, line);
        }
    }

    @Test
    void smallestIntegerHasNoLiteralInC() {
        assertEquals(
                "INT32_MIN, 1,",
                CText.wrapped(Numbers.of(new int[] {Integer.MIN_VALUE, 1})).getFirst());
    }
}
