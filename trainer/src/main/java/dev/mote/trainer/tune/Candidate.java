package dev.mote.trainer.tune;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * One choice of values.
 *
 * @param values by {@link Axis}, in the order of the space; empty: the recipe as it is
 */
public record Candidate(SequencedMap<Axis, JsonNode> values) {
    /** The recipe as it is. */
    public static final Candidate UNCHANGED = new Candidate(new LinkedHashMap<>());

    public Candidate {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /** By path, each value as YAML has it in one line. */
    public SequencedMap<String, String> texts() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        values.forEach((axis, value) -> texts.put(axis.name(), YamlText.flow(value)));
        return texts;
    }

    /** {@code batch_size=32 epochs=10}. */
    @Override
    public String toString() {
        return texts().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** With one more value. */
    public Candidate and(Axis axis, long value) {
        SequencedMap<Axis, JsonNode> more = new LinkedHashMap<>(values);
        more.put(axis, LongNode.valueOf(value));
        return new Candidate(more);
    }

    static Candidate of(List<Axis> axes, List<JsonNode> values) {
        SequencedMap<Axis, JsonNode> chosen = new LinkedHashMap<>();
        for (int i = 0; i < axes.size(); i++) {
            chosen.put(axes.get(i), values.get(i));
        }
        return new Candidate(chosen);
    }

    /** Of all places that it changes. */
    Map<String, JsonNode> byPath() {
        Map<String, JsonNode> byPath = new LinkedHashMap<>();
        values.forEach((axis, value) -> axis.paths().forEach(path -> byPath.put(path, value)));
        return byPath;
    }
}
