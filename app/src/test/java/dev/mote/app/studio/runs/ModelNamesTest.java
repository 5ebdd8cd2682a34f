package dev.mote.app.studio.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelNamesTest {

    @Test
    void saysTheRunAndTheFile() {
        assertEquals("digits int8", ModelNames.name("digits", "digits", "int8.tflite"));
        assertEquals("own", ModelNames.name("", "", "own.tflite"));
        assertEquals("own", ModelNames.name("", "", "own"));
    }

    @Test
    void saysThePlaceOfARunThatLiesDeeper() {
        assertEquals("digits int8, old/digits", ModelNames.name("digits", "old/digits", "int8.tflite"));
    }

    @Test
    void callsATrainingByItsRecipe() {
        Optional<String> recipe = Optional.of("iris");
        assertEquals("iris", ModelNames.run("trainings/20261122-071554-534fed", recipe));
        assertEquals("20261122-071554-534fed", ModelNames.run("trainings/20261122-071554-534fed", Optional.empty()));
        assertEquals("digits", ModelNames.run("old/digits", recipe));
        assertEquals("", ModelNames.run("", recipe));
    }
}
