package dev.mote.trainer.recipe;

import java.util.List;
import java.util.Map;

/** Reads {@code relu}, {@code silu}, or {@code {leaky_relu: {negative_slope: 0.1}}}. */
final class ActivationReader {
    /** Keras has two names for these. */
    private static final Map<String, ActivationFunction.Kind> OTHER_NAMES =
            Map.of("silu", ActivationFunction.Kind.SWISH, "hard_silu", ActivationFunction.Kind.HARD_SWISH);

    private ActivationReader() {}

    static ActivationFunction read(Section section, String key, YamlNode node) {
        if (node instanceof YamlNode.Mapping) {
            Section named = section.inner(key, node, List.of("leaky_relu"));
            Section keys = named.inner("leaky_relu", named.required("leaky_relu"), List.of("negative_slope"));
            double slope = keys.number("negative_slope", ActivationFunction.DEFAULT_NEGATIVE_SLOPE);
            return keys.checked(() -> new ActivationFunction(ActivationFunction.Kind.LEAKY_RELU, slope));
        }
        if (node instanceof YamlNode.Text text && OTHER_NAMES.containsKey(text.value())) {
            return ActivationFunction.of(OTHER_NAMES.get(text.value()));
        }
        return ActivationFunction.of(section.choice(key, ActivationFunction.Kind.values()));
    }
}
