package dev.mote.dataset;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import org.junit.jupiter.api.function.Executable;

/** Expects that bad input is refused with one line that holds certain words. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(Executable action, String... words) {
        String message = assertThrows(BadInputException.class, action).getMessage();
        assertFalse(message.contains("\n"), () -> "more than one line: " + message);
        for (String word : words) {
            assertTrue(message.contains(word), () -> "no \"" + word + "\" in: " + message);
        }
    }
}
