package dev.mote.trainer.recipe;

import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.model.graph.Padding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;

/** Reads one entry of {@code layers}: a type, or a type with its keys. */
final class LayerReader {
    private static final SequencedMap<String, Type> TYPES = types();

    private LayerReader() {}

    /** The keys that a layer type knows, and how it is read from them. */
    private record Type(List<String> keys, Function<Section, Layer> reader) {}

    private static SequencedMap<String, Type> types() {
        SequencedMap<String, Type> types = new LinkedHashMap<>();
        types.put("dense", type(LayerReader::dense, weighted("units", "use_bias", "activation")));
        types.put("conv2d", type(section -> conv(section, Layer.Rank.IMAGE), convKeys("filters")));
        types.put("conv1d", type(section -> conv(section, Layer.Rank.SIGNAL), convKeys("filters")));
        types.put("depthwise_conv2d", type(LayerReader::depthwise, convKeys("depth_multiplier")));
        types.put(
                "separable_conv2d",
                type(section -> separable(section, Layer.Rank.IMAGE), convKeys("filters", "depth_multiplier")));
        types.put(
                "separable_conv1d",
                type(section -> separable(section, Layer.Rank.SIGNAL), convKeys("filters", "depth_multiplier")));
        for (PoolKind kind : List.of(PoolKind.MAX, PoolKind.AVERAGE)) {
            for (Layer.Rank rank : Layer.Rank.values()) {
                String name = Named.keyword(kind) + "_pooling" + rank.suffix();
                types.put(name, type(section -> pool(section, rank, kind), "pool_size", "strides", "padding"));
            }
        }
        for (Layer.Rank rank : Layer.Rank.values()) {
            Layer average = new Layer.GlobalAveragePool(rank);
            types.put(average.type(), type(section -> average));
            Layer max = new Layer.GlobalMaxPool(rank);
            types.put(max.type(), type(section -> max));
            types.put("zero_padding" + rank.suffix(), type(section -> zeroPadding(section, rank), "padding"));
            types.put(
                    "spatial_dropout" + rank.suffix(),
                    type(section -> new Layer.SpatialDropout(rank, section.number("rate")), "rate"));
        }
        types.put("lstm", type(LayerReader::lstm, weighted("units", "return_sequences", "dropout")));
        types.put("flatten", type(section -> new Layer.Flatten()));
        types.put("reshape", type(LayerReader::reshape, "target_shape"));
        types.put("batch_normalization", type(LayerReader::batchNormalization, "momentum", "epsilon"));
        types.put("dropout", type(section -> new Layer.Dropout(section.number("rate")), "rate"));
        types.put("gaussian_noise", type(section -> new Layer.GaussianNoise(section.number("stddev")), "stddev"));
        types.put(
                "activation",
                type(
                        section -> new Layer.Activate(
                                ActivationReader.read(section, "function", section.required("function"))),
                        "function"));
        types.put("add", type(section -> new Layer.Add()));
        types.put("concatenate", type(section -> new Layer.Concatenate()));
        return types;
    }

    private static Type type(Function<Section, Layer> reader, String... keys) {
        List<String> all = new ArrayList<>(List.of("name", "from"));
        all.addAll(List.of(keys));
        return new Type(all, reader);
    }

    private static String[] convKeys(String... first) {
        List<String> keys = new ArrayList<>(List.of(first));
        keys.addAll(List.of("kernel_size", "strides", "padding", "use_bias", "activation"));
        return weighted(keys.toArray(String[]::new));
    }

    private static String[] weighted(String... first) {
        List<String> keys = new ArrayList<>(List.of(first));
        keys.addAll(WeightOptionsReader.KEYS);
        return keys.toArray(String[]::new);
    }

    /** Every layer type and every key of one. */
    static SequencedSet<String> keywords() {
        SequencedSet<String> keywords = new LinkedHashSet<>(TYPES.keySet());
        TYPES.values().forEach(type -> keywords.addAll(type.keys()));
        return keywords;
    }

    /** Adds the layer of {@code node} to {@code recipe}. */
    static void read(String source, int index, YamlNode node, Sequential recipe) {
        String place = "layers[" + index + "]";
        Map.Entry<String, YamlNode> entry = entry(source, place, node);
        Type type = TYPES.get(entry.getKey());
        if (type == null) {
            String problem = "unknown layer '" + entry.getKey() + "'";
            throw Section.error(source, place, node.line(), problem + NearestName.hint(entry.getKey(), TYPES.keySet()));
        }
        String path = place + "." + entry.getKey();
        Section section = Section.of(source, path, keysOf(entry), type.keys());
        section.checked(() -> {
            Optional<String> name = section.child("name").map(value -> section.text("name"));
            Layer layer = type.reader().apply(section);
            return recipe.add(name, from(section, layer), layer, node.line());
        });
    }

    private static List<String> from(Section section, Layer layer) {
        if (layer instanceof Layer.Merge) {
            section.required("from");
            return section.texts("from");
        }
        return section.child("from").map(value -> List.of(section.text("from"))).orElse(List.of());
    }

    private static Map.Entry<String, YamlNode> entry(String source, String place, YamlNode node) {
        if (node instanceof YamlNode.Text text) {
            return Map.entry(text.value(), new YamlNode.Empty(text.line()));
        }
        if (node instanceof YamlNode.Mapping mapping && mapping.entries().size() == 1) {
            return mapping.entries().firstEntry();
        }
        String found = node instanceof YamlNode.Mapping mapping
                ? "keys " + String.join(", ", mapping.entries().keySet())
                : node.described();
        throw Section.error(
                source, place, node.line(), found + ", expected one layer, as 'conv2d: {filters: 8, kernel_size: 3}'");
    }

    /** {@code - flatten} and {@code - flatten:} have no keys; {@code - activation: relu} stands for its function. */
    private static YamlNode keysOf(Map.Entry<String, YamlNode> entry) {
        YamlNode node = entry.getValue();
        SequencedMap<String, YamlNode> keys = new LinkedHashMap<>();
        boolean empty = node instanceof YamlNode.Empty
                || node instanceof YamlNode.Text text && text.value().isEmpty();
        if (!empty && node instanceof YamlNode.Text && entry.getKey().equals("activation")) {
            keys.put("function", node);
        }
        return empty || !keys.isEmpty() ? new YamlNode.Mapping(node.line(), keys) : node;
    }

    private static Layer dense(Section section) {
        return new Layer.Dense(
                units(section), section.flag("use_bias", true), activation(section), WeightOptionsReader.read(section));
    }

    private static int units(Section section) {
        YamlNode node = section.required("units");
        if (node instanceof YamlNode.Text text && text.value().equals("classes")) {
            return Layer.Dense.CLASSES;
        }
        if (!(node instanceof YamlNode.Number number) || number.value() < 1) {
            throw section.wrong("units", node, "1 to " + Layer.MAX_WIDTH + ", or the word classes");
        }
        return section.whole("units");
    }

    private static Layer conv(Section section, Layer.Rank rank) {
        return new Layer.Conv(
                rank,
                section.whole("filters"),
                kernel(section, rank),
                section.flag("use_bias", true),
                activation(section),
                WeightOptionsReader.read(section));
    }

    private static Layer depthwise(Section section) {
        return new Layer.DepthwiseConv(
                kernel(section, Layer.Rank.IMAGE),
                section.whole("depth_multiplier", 1),
                section.flag("use_bias", true),
                activation(section),
                WeightOptionsReader.read(section));
    }

    private static Layer separable(Section section, Layer.Rank rank) {
        return new Layer.SeparableConv(
                rank,
                section.whole("filters"),
                kernel(section, rank),
                section.whole("depth_multiplier", 1),
                section.flag("use_bias", true),
                activation(section),
                WeightOptionsReader.read(section));
    }

    private static Kernel kernel(Section section, Layer.Rank rank) {
        return window(section, rank, "kernel_size", section.required("kernel_size"), Optional.empty());
    }

    /** Keras moves a pooling window by its own size. */
    private static Layer pool(Section section, Layer.Rank rank, PoolKind kind) {
        YamlNode size = section.child("pool_size").orElse(new YamlNode.Number(0, 2, true));
        return new Layer.Pool(rank, kind, window(section, rank, "pool_size", size, Optional.of(size)));
    }

    private static Kernel window(
            Section section, Layer.Rank rank, String sizeKey, YamlNode size, Optional<YamlNode> defaultStrides) {
        YamlNode strides = section.child("strides").or(() -> defaultStrides).orElse(new YamlNode.Number(0, 1, true));
        Padding padding = section.choice("padding", Padding.values(), Padding.VALID);
        return switch (rank) {
            case SIGNAL ->
                new Kernel(
                        section.inKernelRange(sizeKey, size), 1, section.inKernelRange("strides", strides), 1, padding);
            case IMAGE -> {
                int[] sizes = section.pair(sizeKey, size);
                int[] steps = section.pair("strides", strides);
                yield new Kernel(sizes[0], sizes[1], steps[0], steps[1], padding);
            }
        };
    }

    /** Keras' default is one element on each side. */
    private static Layer zeroPadding(Section section, Layer.Rank rank) {
        YamlNode node = section.child("padding").orElse(new YamlNode.Number(0, 1, true));
        return new Layer.ZeroPadding(
                rank,
                switch (rank) {
                    case SIGNAL -> {
                        int[] sides = section.sides("padding", node);
                        yield new Layer.Sides(sides[0], sides[1], 0, 0);
                    }
                    case IMAGE -> imageSides(section, node);
                });
    }

    /** One number, [height, width], or [[top, bottom], [left, right]]. */
    private static Layer.Sides imageSides(Section section, YamlNode node) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            int[] all = section.sides("padding", node);
            return new Layer.Sides(all[0], all[0], all[0], all[0]);
        }
        if (sequence.items().size() != 2) {
            throw section.wrong("padding", node, "one number, [height, width], or [[top, bottom], [left, right]]");
        }
        int[] vertical = section.sides("padding", sequence.items().getFirst());
        int[] horizontal = section.sides("padding", sequence.items().getLast());
        return new Layer.Sides(vertical[0], vertical[1], horizontal[0], horizontal[1]);
    }

    private static Layer lstm(Section section) {
        return new Layer.Lstm(
                section.whole("units"),
                section.flag("return_sequences", false),
                section.number("dropout", 0),
                WeightOptionsReader.read(section));
    }

    private static Layer reshape(Section section) {
        section.required("target_shape");
        return new Layer.Reshape(section.wholes("target_shape"));
    }

    private static Layer batchNormalization(Section section) {
        Layer.BatchNormalization keras = Layer.batchNormalization();
        return new Layer.BatchNormalization(
                section.number("momentum", keras.momentum()), section.number("epsilon", keras.epsilon()));
    }

    private static ActivationFunction activation(Section section) {
        return section.child("activation")
                .map(node -> ActivationReader.read(section, "activation", node))
                .orElse(ActivationFunction.LINEAR);
    }
}
