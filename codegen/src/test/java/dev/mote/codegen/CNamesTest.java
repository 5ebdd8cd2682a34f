package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CNamesTest {

    @ParameterizedTest
    @CsvSource({
        "digits.tflite, digits",
        "KWS-ref (1).tflite, kws_ref_1",
        "2nd.tflite, model_2nd",
        "int.tflite, model_int",
        "string.tflite, model_string",
        "features.tflite, model_features",
        "mote_add_s8.tflite, model_mote_add_s8",
        "___.tflite, model",
        "a.b.c.tflite, a_b_c"
    })
    void makesNamesFromFileNames(String file, String name) {
        assertEquals(name, CNames.fromFile(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9lives",
                "my-model",
                "naïve",
                "a b",
                "while",
                "stdio",
                "String",
                "features",
                "mote_conv2d_s8",
                "../x"
            })
    void refusesNamesThatCCannotTake(String name) {
        BadInputException e = assertThrows(BadInputException.class, () -> CNames.requireUsable(name));
        assertTrue(e.getMessage().startsWith("--name "), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @Test
    void refusesNamesBeyondWhatLinkersTakeEasily() {
        assertThrows(BadInputException.class, () -> CNames.requireUsable("x".repeat(41)));
        assertEquals("x".repeat(40), CNames.requireUsable("x".repeat(40)));
    }

    @Test
    void givesEachNameOnce() {
        NameAllocator names = new NameAllocator();
        assertEquals("digits_bias", names.allocate("digits_bias"));
        assertEquals("digits_bias_2", names.allocate("digits_bias"));
        assertEquals("double_2", names.allocate("double"));
    }
}
