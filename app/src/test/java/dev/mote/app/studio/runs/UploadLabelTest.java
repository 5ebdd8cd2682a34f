package dev.mote.app.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadLabelTest {

    @ParameterizedTest
    @CsvSource({
        "digits.tflite,digits.tflite",
        "../../etc/passwd,passwd",
        "C:\\Users\\me\\walk 1.csv,walk 1.csv",
        "'  a   b.csv ',a b.csv",
        "<img src=x onerror=y>.csv,<img src=x onerror=y>.csv",
        "..,upload",
        "a/,upload",
        "'',upload"
    })
    void isTheLastPartOfTheName(String name, String label) {
        assertEquals(label, UploadLabel.of(name));
    }

    @Test
    void hasNothingThatDoesNotPrintOrTurnsTheText() {
        assertEquals("abcd.csv", UploadLabel.of("a\0b\r\nc\u202ed\u2028\u0007.csv"));
    }

    @Test
    void isShortAndCutBetweenCharacters() {
        String label = UploadLabel.of("😀".repeat(200));
        assertEquals("😀".repeat(80), label);
    }

    @Test
    void isThereWithoutAName() {
        assertEquals("upload", UploadLabel.of(null));
    }
}
