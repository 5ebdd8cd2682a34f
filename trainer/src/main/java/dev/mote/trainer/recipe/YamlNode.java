package dev.mote.trainer.recipe;

import java.util.List;
import java.util.SequencedMap;

/** A value of a YAML file with the line that it stands in. */
sealed interface YamlNode {
    int line();

    record Text(int line, String value) implements YamlNode {}

    /** @param whole written without a fraction */
    record Number(int line, double value, boolean whole) implements YamlNode {}

    record Flag(int line, boolean value) implements YamlNode {}

    record Empty(int line) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    record Mapping(int line, SequencedMap<String, YamlNode> entries) implements YamlNode {}

    /** For messages: {@code text 'abc'}, {@code a list}. */
    default String described() {
        return switch (this) {
            case Text text -> "text '" + shortened(text.value()) + "'";
            case Number number -> "number " + Check.number(number.value());
            case Flag flag -> Boolean.toString(flag.value());
            case Empty empty -> "empty";
            case Sequence sequence -> "a list";
            case Mapping mapping -> "a group of keys";
        };
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 37) + "...";
    }
}
