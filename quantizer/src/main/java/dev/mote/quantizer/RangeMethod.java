package dev.mote.quantizer;

import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the range of an activation is chosen from what calibration saw of it. docs/quantization.md compares them. */
public enum RangeMethod {
    /** All that was seen: nothing is clipped, a single outlier makes every step coarser. */
    MIN_MAX,
    /** The same share of values is cut off at either end. */
    PERCENTILE,
    /** The range with the least mean square error, of rounding and clipping together. */
    MSE,
    /** The range whose int8 values tell most about the float values: least Kullback-Leibler divergence. */
    ENTROPY,
    /** For each tensor that of the others which leaves the least error in the model's output. */
    SEARCH;

    /** As options and reports write it: {@code min_max}, {@code percentile}, {@code mse}, {@code entropy}, {@code search}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadInputException if {@code text} is none of the methods */
    public static RangeMethod parse(String text) {
        return Arrays.stream(values())
                .filter(method -> method.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "unknown calibration method \"" + text + "\"; expected one of: " + all()));
    }

    private static String all() {
        return Arrays.stream(values()).map(RangeMethod::text).collect(Collectors.joining(", "));
    }
}
