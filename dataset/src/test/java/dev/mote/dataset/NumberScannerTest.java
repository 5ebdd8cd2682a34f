package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberScannerTest {
    private static NumberScanner scanner(String text) {
        return new NumberScanner(TestFiles.ascii(text), "table.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0128170e+000",
                "-2.3447450e-004",
                "0",
                "-0.0",
                "7",
                "+7.25",
                ".5",
                "5.",
                "123456789012345",
                "1234567890123456789",
                "0.1234567890123456",
                "1e22",
                "1e23",
                "1.5E-30",
                "1e-40"
            })
    void readsEveryFormAsTheJavaLibraryDoes(String number) {
        assertEquals(Double.parseDouble(number), scanner(number).next());
    }

    @Test
    void readsTheFormatOfUciHarAsTheJavaLibraryDoes() {
        SeededRandom random = new SeededRandom(1);
        for (int i = 0; i < 20_000; i++) {
            String number = String.format(Locale.ROOT, "%.7e", random.normal(0, 1) * Math.pow(10, random.index(8) - 6));
            assertEquals(
                    Double.parseDouble(number), scanner("  " + number + " ").next(), number);
        }
    }

    @Test
    void goesLineByLine() {
        NumberScanner scanner = scanner("  1 2\r\n3\t4\n\n");
        assertEquals(1, scanner.next());
        assertEquals(2, scanner.next());
        scanner.endLine();
        assertFalse(scanner.atEnd());
        assertEquals(3, scanner.next());
        assertEquals(4, scanner.next());
        scanner.endLine();
        assertTrue(scanner.atEnd());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e39"})
    void rejectsWhatIsNotFinite(String number) {
        NumberScanner scanner = scanner("1\n" + number);
        scanner.next();
        scanner.endLine();
        assertRefused(scanner::next, "table.txt, line 2", number, "not a finite number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,5", "--1", "1e", "1e+", "e5", "-", "1.2.3"})
    void rejectsWhatIsNoNumber(String number) {
        assertRefused(scanner(number)::next, "table.txt, line 1", "is not a number");
    }

    @Test
    void rejectsShortAndLongLines() {
        assertRefused(scanner("  \n1")::next, "line 1", "ends early");
        NumberScanner scanner = scanner("1 2\n");
        scanner.next();
        assertRefused(scanner::endLine, "line 1", "more numbers");
    }
}
