package dev.mote.trainer.recipe;

import java.util.List;

/** Reads {@code relu}, or {@code {leaky_relu: {negative_slope: 0.1}}}. */
final class ActivationReader {
    private ActivationReader() {}

    static ActivationFunction read(Section section, String key, YamlNode node) {
        if (node instanceof YamlNode.Mapping) {
            Section named = section.inner(key, node, List.of("leaky_relu"));
            Section keys = named.inner("leaky_relu", named.required("leaky_relu"), List.of("negative_slope"));
            double slope = keys.number("negative_slope", ActivationFunction.DEFAULT_NEGATIVE_SLOPE);
            return keys.checked(() -> new ActivationFunction(ActivationFunction.Kind.LEAKY_RELU, slope));
        }
        return ActivationFunction.of(section.choice(key, ActivationFunction.Kind.values()));
    }
}
