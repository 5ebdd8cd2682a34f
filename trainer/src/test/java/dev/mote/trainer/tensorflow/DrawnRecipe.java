package dev.mote.trainer.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws a recipe whose layers read any layers before them, and whose ends come together in one output. */
final class DrawnRecipe {
    private static final List<String> ACTIVATIONS = List.of("linear", "relu", "relu6", "tanh", "sigmoid");

    private final SplittableRandom random;
    private final StringBuilder layers = new StringBuilder();
    /** Channels of each layer; height and width stay the same. */
    private final SequencedMap<String, Integer> channels = new LinkedHashMap<>(Map.of("input", 3));

    private final Set<String> unread = new LinkedHashSet<>();

    DrawnRecipe(SplittableRandom random) {
        this.random = random;
    }

    String yaml(int count) {
        for (int i = 0; i < count; i++) {
            draw("l" + i);
        }
        if (unread.size() > 1) {
            append("concatenate: {name: ends, from: " + unread + "}");
        }
        return "name: drawn\nloss: mean_squared_error\nlayers:\n" + layers
                + "  - global_average_pooling2d\n  - dense: {units: 3}\n";
    }

    private void draw(String name) {
        String from = any(List.copyOf(channels.keySet()));
        int depth = channels.get(from);
        String keys = "name: " + name + ", from: " + from;
        switch (random.nextInt(8)) {
            case 0, 1 -> conv(name, from, keys);
            case 2 ->
                put(
                        name,
                        List.of(from),
                        depth,
                        "depthwise_conv2d: {" + keys + ", kernel_size: 3, padding: same, activation: "
                                + any(ACTIVATIONS) + "}");
            case 3, 4 -> put(name, List.of(from), depth, "batch_normalization: {" + keys + "}");
            case 5 -> put(name, List.of(from), depth, "activation: {" + keys + ", function: " + any(ACTIVATIONS) + "}");
            case 6 -> add(name, from, depth);
            default -> {
                String other = any(List.copyOf(channels.keySet()));
                put(
                        name,
                        List.of(from, other),
                        depth + channels.get(other),
                        "concatenate: {name: " + name + ", from: " + List.of(from, other) + "}");
            }
        }
        if (random.nextInt(8) == 0) {
            put(
                    name + "_drop",
                    List.of(name),
                    channels.get(name),
                    "dropout: {name: " + name + "_drop, from: " + name + ", rate: 0.5}");
        }
    }

    private void conv(String name, String from, String keys) {
        int filters = random.nextInt(2, 5);
        put(
                name,
                List.of(from),
                filters,
                "conv2d: {" + keys + ", filters: " + filters
                        + ", kernel_size: 3, padding: same, use_bias: " + random.nextBoolean()
                        + ", activation: " + any(ACTIVATIONS) + "}");
    }

    private void add(String name, String from, int depth) {
        List<String> same = channels.keySet().stream()
                .filter(layer -> channels.get(layer) == depth)
                .toList();
        List<String> summands = new ArrayList<>(List.of(from));
        for (int i = random.nextInt(1, 3); i > 0; i--) {
            summands.add(any(same));
        }
        put(name, summands, depth, "add: {name: " + name + ", from: " + summands + "}");
    }

    private void put(String name, List<String> from, int depth, String layer) {
        append(layer);
        from.forEach(unread::remove);
        unread.add(name);
        channels.put(name, depth);
    }

    private void append(String layer) {
        layers.append("  - ").append(layer).append('\n');
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}
