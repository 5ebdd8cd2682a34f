package dev.mote.trainer.recipe;

import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;

/** Reads {@code front_end: {full_scale: {acc: 4}, stages: [high_pass: {cutoff: 0.3}, statistics: [mean, rms]]}}. */
final class FrontEndReader {
    static final List<String> KEYS =
            List.of("full_scale", "stride", "stages", "frame", "crop", "invert", "stretch", "box");
    private static final SequencedMap<String, Type> TYPES = types();

    private FrontEndReader() {}

    /**
     * How a stage is read from its keys.
     *
     * @param shortKey the key that a value without keys stands for, as in {@code statistics: [mean]}; empty: there is none
     */
    private record Type(List<String> keys, String shortKey, Function<Section, StageOptions> reader) {}

    private static SequencedMap<String, Type> types() {
        SequencedMap<String, Type> types = new LinkedHashMap<>();
        types.put(
                "select",
                new Type(
                        List.of("channels"),
                        "channels",
                        section -> new StageOptions.Select(names(section, "channels"))));
        types.put(
                "high_pass",
                new Type(
                        List.of("cutoff", "channels", "keep"),
                        "cutoff",
                        section -> new StageOptions.HighPass(
                                section.number("cutoff"), names(section, "channels"), section.flag("keep", false))));
        types.put(
                "low_pass",
                new Type(
                        List.of("cutoff", "channels", "keep"),
                        "cutoff",
                        section -> new StageOptions.LowPass(
                                section.number("cutoff"), names(section, "channels"), section.flag("keep", false))));
        types.put(
                "magnitude",
                new Type(
                        List.of("of", "keep"),
                        "of",
                        section -> new StageOptions.Magnitude(names(section, "of"), section.flag("keep", false))));
        types.put(
                "difference",
                new Type(
                        List.of("channels"),
                        "channels",
                        section -> new StageOptions.Difference(names(section, "channels"))));
        types.put("statistics", new Type(List.of("of", "channels"), "of", FrontEndReader::statistics));
        types.put(
                "spectrum",
                new Type(List.of("size", "bands", "peaks", "log", "channels"), "", FrontEndReader::spectrum));
        return types;
    }

    /** Every stage and every key of one. */
    static List<String> keywords() {
        List<String> keywords = new ArrayList<>(KEYS);
        TYPES.forEach((name, type) -> {
            keywords.add(name);
            keywords.addAll(type.keys());
        });
        for (Statistic statistic : Statistic.values()) {
            keywords.add(Named.keyword(statistic));
        }
        return keywords;
    }

    static Optional<FrontEndOptions> read(Section top) {
        return top.child("front_end").map(node -> options(top.inner("front_end", node, KEYS)));
    }

    private static FrontEndOptions options(Section section) {
        List<FrontEndOptions.Entry> stages = new ArrayList<>();
        List<YamlNode> nodes = section.child("stages")
                .map(node -> section.items("stages", node))
                .orElse(List.of());
        for (int i = 0; i < nodes.size(); i++) {
            stages.add(new FrontEndOptions.Entry(
                    stage(section, i, nodes.get(i)), nodes.get(i).line()));
        }
        OptionalInt stride =
                section.child("stride").isPresent() ? OptionalInt.of(section.whole("stride")) : OptionalInt.empty();
        Optional<FrameOptions> frame = FrameReader.read(section);
        return section.checked(() -> new FrontEndOptions(section.numbers("full_scale"), stride, stages, frame));
    }

    private static StageOptions stage(Section section, int index, YamlNode node) {
        String place = "stages[" + index + "]";
        Map.Entry<String, YamlNode> entry = entry(section, place, node);
        if (entry.getKey().equals("compress")) {
            Section knees = section.inner(place, node, List.of("compress"));
            return knees.checked(() -> new StageOptions.Compress(knees.numbers("compress")));
        }
        Type type = TYPES.get(entry.getKey());
        if (type == null) {
            List<String> known = new ArrayList<>(TYPES.keySet());
            known.add("compress");
            throw section.wrong(
                    place,
                    new YamlNode.Text(node.line(), entry.getKey()),
                    "a stage" + NearestName.hint(entry.getKey(), known));
        }
        Section keys = section.inner(place + "." + entry.getKey(), keysOf(entry, type), type.keys());
        return keys.checked(() -> type.reader().apply(keys));
    }

    private static Map.Entry<String, YamlNode> entry(Section section, String place, YamlNode node) {
        return switch (node) {
            case YamlNode.Text text -> Map.entry(text.value(), new YamlNode.Empty(text.line()));
            case YamlNode.Mapping mapping
            when mapping.entries().size() == 1 -> mapping.entries().firstEntry();
            case YamlNode.Mapping mapping ->
                throw section.wrong(
                        place,
                        node,
                        "one stage, as 'high_pass: {cutoff: 0.3}', not the keys "
                                + String.join(", ", mapping.entries().keySet()));
            case YamlNode.Number _, YamlNode.Flag _, YamlNode.Empty _, YamlNode.Sequence _ ->
                throw section.wrong(place, node, "one stage, as 'high_pass: {cutoff: 0.3}'");
        };
    }

    /** {@code - difference} has no keys; {@code - magnitude: acc} stands for {@code {of: acc}}. */
    private static YamlNode keysOf(Map.Entry<String, YamlNode> entry, Type type) {
        YamlNode node = entry.getValue();
        SequencedMap<String, YamlNode> keys = new LinkedHashMap<>();
        if (node instanceof YamlNode.Empty) {
            return new YamlNode.Mapping(node.line(), keys);
        }
        if (node instanceof YamlNode.Mapping || type.shortKey().isEmpty()) {
            return node;
        }
        keys.put(type.shortKey(), node);
        return new YamlNode.Mapping(node.line(), keys);
    }

    /** A list of names, or one name. */
    private static List<String> names(Section section, String key) {
        boolean one = section.child(key).filter(YamlNode.Text.class::isInstance).isPresent();
        return one ? List.of(section.text(key)) : section.texts(key);
    }

    private static StageOptions statistics(Section section) {
        YamlNode of = section.required("of");
        List<Statistic> statistics = new ArrayList<>();
        for (String word : names(section, "of")) {
            statistics.add(Named.find(Statistic.values(), word)
                    .orElseThrow(() -> section.wrong(
                            "of",
                            new YamlNode.Text(of.line(), word),
                            "a statistic" + NearestName.hint(word, words()))));
        }
        return new StageOptions.Statistics(statistics, names(section, "channels"));
    }

    private static List<String> words() {
        return List.of(Statistic.values()).stream().map(Named::keyword).toList();
    }

    private static StageOptions spectrum(Section section) {
        List<Stage.Band> bands = new ArrayList<>();
        List<YamlNode> nodes =
                section.child("bands").map(node -> section.items("bands", node)).orElse(List.of());
        for (YamlNode node : nodes) {
            bands.add(band(section, node));
        }
        return new StageOptions.Spectrum(
                section.whole("size"),
                bands,
                section.whole("peaks", 0),
                section.flag("log", false),
                names(section, "channels"));
    }

    private static Stage.Band band(Section section, YamlNode node) {
        String expected = "a list of two frequencies in Hz, as [0.5, 3]";
        if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().size() != 2) {
            throw section.wrong("band", node, expected);
        }
        double low = section.number("band", sequence.items().getFirst());
        double high = section.number("band", sequence.items().getLast());
        try {
            return new Stage.Band(low, high);
        } catch (IllegalArgumentException _) {
            throw section.wrong(
                    "band",
                    new YamlNode.Text(node.line(), "[" + Check.number(low) + ", " + Check.number(high) + "]"),
                    expected + ", the lower one first");
        }
    }
}
