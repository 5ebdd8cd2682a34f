package dev.mote.codegen;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is written: docs/projects.md shows the folders. */
public enum ProjectKind {
    /** The model as C: flow, weights, kernels. */
    PLAIN,
    /** The {@code .tflite} file as a C array, for TensorFlow Lite Micro. */
    ARRAY,
    /** A CMake project with a library, an example and a test. */
    CMAKE,
    /** An Arduino library with a sketch. */
    ARDUINO,
    /** A PlatformIO project with the model as its library. */
    PLATFORMIO,
    /** An ESP-IDF project with the model as its component. */
    ESP_IDF,
    /** A Zephyr module with a sample. */
    ZEPHYR,
    /** The content of a CMSIS pack, with an example. */
    CMSIS_PACK,
    /** What is dropped into a project of STM32CubeIDE. */
    STM32CUBE;

    /** As on the command line: {@code esp-idf}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws BadInputException if no kind is called {@code option} */
    public static ProjectKind of(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--project " + CText.quoted(option) + ": is not known, expected one of: " + options()));
    }

    private static String options() {
        return Arrays.stream(values()).map(ProjectKind::option).collect(Collectors.joining(", "));
    }
}
