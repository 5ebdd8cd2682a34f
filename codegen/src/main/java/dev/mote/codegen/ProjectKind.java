package dev.mote.codegen;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is written. */
public enum ProjectKind {
    /** The model as C: flow, weights, kernels. */
    PLAIN,
    /** The {@code .tflite} file as a C array, for TensorFlow Lite Micro. */
    ARRAY;

    /** As on the command line: {@code plain}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadInputException if no kind is called {@code option} */
    public static ProjectKind of(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--project " + CText.quoted(option)
                        + ": is not known, expected "
                        + Arrays.stream(values()).map(ProjectKind::option).collect(Collectors.joining(" or "))));
    }
}
