package dev.mote.trainer.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads {@code kernel_initializer: he_normal}, {@code kernel_regularizer: {l2: 0.001}} and the like of one layer. */
final class WeightOptionsReader {
    static final List<String> KEYS = List.of("kernel_initializer", "kernel_regularizer", "bias_regularizer");

    private static final List<String> INITIALIZERS = initializers();

    private WeightOptionsReader() {}

    private static List<String> initializers() {
        List<String> names = new ArrayList<>();
        for (Initializer.Scaled.Kind kind : Initializer.Scaled.Kind.values()) {
            names.add(Named.keyword(kind));
        }
        names.addAll(List.of("zeros", "ones", "random_uniform", "random_normal"));
        return names;
    }

    static WeightOptions read(Section section) {
        return new WeightOptions(
                initializer(section),
                regularizer(section, "kernel_regularizer"),
                regularizer(section, "bias_regularizer"));
    }

    private static Initializer initializer(Section layer) {
        String key = "kernel_initializer";
        if (layer.child(key).isEmpty()) {
            return WeightOptions.DEFAULT.kernelInitializer();
        }
        YamlNode node = layer.required(key);
        // 'he_normal' is short for '{he_normal: {}}'.
        YamlNode grouped = node instanceof YamlNode.Text text ? keyOnly(text) : node;
        Section names = layer.inner(key, grouped, INITIALIZERS);
        List<String> given = INITIALIZERS.stream()
                .filter(name -> names.child(name).isPresent())
                .toList();
        if (given.size() != 1) {
            throw layer.wrong(key, node, "one of " + String.join(", ", INITIALIZERS));
        }
        return initializer(names, given.getFirst());
    }

    private static Initializer initializer(Section names, String name) {
        YamlNode node = names.required(name);
        switch (name) {
            case "random_uniform" -> {
                Section section = names.inner(name, node, List.of("minval", "maxval"));
                return section.checked(
                        () -> new Initializer.Uniform(section.number("minval", -0.05), section.number("maxval", 0.05)));
            }
            case "random_normal" -> {
                Section section = names.inner(name, node, List.of("mean", "stddev"));
                return section.checked(
                        () -> new Initializer.Normal(section.number("mean", 0), section.number("stddev", 0.05)));
            }
            default -> {
                names.inner(name, node, List.of());
                return switch (name) {
                    case "zeros" -> Initializer.ZEROS;
                    case "ones" -> Initializer.ONES;
                    default ->
                        new Initializer.Scaled(Named.find(Initializer.Scaled.Kind.values(), name)
                                .orElseThrow());
                };
            }
        }
    }

    private static Regularizer regularizer(Section layer, String key) {
        if (layer.child(key).isEmpty()) {
            return Regularizer.NONE;
        }
        Section section = layer.inner(key, layer.required(key), List.of("l1", "l2"));
        return section.checked(() -> new Regularizer(section.number("l1", 0), section.number("l2", 0)));
    }

    private static YamlNode keyOnly(YamlNode.Text text) {
        LinkedHashMap<String, YamlNode> entries = new LinkedHashMap<>();
        entries.put(text.value(), new YamlNode.Mapping(text.line(), new LinkedHashMap<>()));
        return new YamlNode.Mapping(text.line(), entries);
    }
}
