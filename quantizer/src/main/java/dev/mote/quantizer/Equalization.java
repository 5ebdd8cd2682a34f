package dev.mote.quantizer;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * By what the channels between two layers are scaled before quantization, so that all of them use the integers alike. The float model
 * computes the same before and after.
 */
public enum Equalization {
    NONE,
    /** The weights of both layers get the same range in each channel. Source: Nagel et al. 2019, section 4.1. */
    WEIGHTS,
    /** The activations of the first layer and the weights of the second get the same range in each channel. */
    ACTIVATIONS;

    /** As options and reports write it: {@code none}, {@code weights}, {@code activations}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadInputException if {@code text} is none of them */
    public static Equalization parse(String text) {
        return Arrays.stream(values())
                .filter(value -> value.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInputException("unknown equalization \"" + text + "\"; expected one of: "
                        + Arrays.stream(values()).map(Equalization::text).collect(Collectors.joining(", "))));
    }
}
