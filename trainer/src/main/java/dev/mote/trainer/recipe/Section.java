package dev.mote.trainer.recipe;

import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One group of keys of a recipe, read strictly: unknown keys, wrong types and wrong values end with where, what and what to do. */
final class Section {
    private final String source;
    private final String path;
    private final YamlNode.Mapping node;

    private Section(String source, String path, YamlNode.Mapping node) {
        this.source = source;
        this.path = path;
        this.node = node;
    }

    /** @param path as {@code layers[0].conv2d}; empty at the top of the file */
    static Section of(String source, String path, YamlNode node, List<String> keys) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            String expected = "expected keys: " + String.join(", ", keys);
            throw error(source, path, node.line(), node.described() + ", " + expected);
        }
        for (var entry : mapping.entries().entrySet()) {
            if (!keys.contains(entry.getKey())) {
                String problem = "unknown key '" + entry.getKey() + "'";
                String hint = NearestName.hint(entry.getKey(), keys);
                throw error(source, path, entry.getValue().line(), problem + hint);
            }
        }
        return new Section(source, path, mapping);
    }

    static BadInputException error(String source, String path, int line, String problem) {
        return new BadInputException(source + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
    }

    Optional<YamlNode> child(String key) {
        return Optional.ofNullable(node.entries().get(key));
    }

    /** The keys below {@code key}. */
    Section inner(String key, YamlNode value, List<String> keys) {
        return of(source, path.isEmpty() ? key : path + "." + key, value, keys);
    }

    /**
     * The group below {@code key}, which has exactly one of {@code names} with keys of its own. {@code optimizer: adam} is short for
     * {@code optimizer: {adam: {}}}.
     */
    Section oneOf(String key, String otherwise, List<String> names) {
        YamlNode value = child(key).orElse(new YamlNode.Text(0, otherwise));
        YamlNode grouped = value instanceof YamlNode.Text text ? keyOnly(text.line(), text.value()) : value;
        Section section = inner(key, grouped, names);
        if (section.node.entries().size() != 1) {
            throw wrong(key, value, "one of " + String.join(", ", names));
        }
        return section;
    }

    private static YamlNode keyOnly(int line, String key) {
        LinkedHashMap<String, YamlNode> entries = new LinkedHashMap<>();
        entries.put(key, new YamlNode.Mapping(line, new LinkedHashMap<>()));
        return new YamlNode.Mapping(line, entries);
    }

    /** Of a group that {@link #oneOf} gave. */
    String onlyKey() {
        return node.entries().firstEntry().getKey();
    }

    YamlNode required(String key) {
        return child(key).orElseThrow(() -> error(source, path, node.line(), "key '" + key + "' is missing"));
    }

    int whole(String key, int otherwise) {
        return child(key).map(value -> whole(key, value)).orElse(otherwise);
    }

    int whole(String key) {
        return whole(key, required(key));
    }

    private int whole(String key, YamlNode value) {
        if (value instanceof YamlNode.Number number
                && number.whole()
                && Math.abs(number.value()) <= Integer.MAX_VALUE) {
            return (int) number.value();
        }
        throw wrong(key, value, "a whole number");
    }

    double number(String key, double otherwise) {
        return child(key).map(value -> number(key, value)).orElse(otherwise);
    }

    double number(String key) {
        return number(key, required(key));
    }

    double number(String key, YamlNode value) {
        if (value instanceof YamlNode.Number number) {
            return number.value();
        }
        // YAML 1.1 takes 1e-3, which has no dot, for text.
        if (value instanceof YamlNode.Text text && text.value().matches("[-+]?\\d+(\\.\\d*)?[eE][-+]?\\d{1,3}")) {
            return Double.parseDouble(text.value());
        }
        throw wrong(key, value, "a number");
    }

    /** A group of keys that the user chose, each with a number. */
    SortedMap<String, Double> numbers(String key) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        child(key).ifPresent(value -> {
            if (!(value instanceof YamlNode.Mapping mapping)) {
                throw wrong(key, value, "a group of names with a number each");
            }
            mapping.entries().forEach((name, number) -> numbers.put(name, number(key + "." + name, number)));
        });
        return numbers;
    }

    boolean flag(String key, boolean otherwise) {
        return child(key).map(value -> flag(key, value)).orElse(otherwise);
    }

    private boolean flag(String key, YamlNode value) {
        if (value instanceof YamlNode.Flag flag) {
            return flag.value();
        }
        throw wrong(key, value, "true or false");
    }

    String text(String key, String otherwise) {
        return child(key).map(value -> text(key, value)).orElse(otherwise);
    }

    String text(String key) {
        return text(key, required(key));
    }

    private String text(String key, YamlNode value) {
        if (value instanceof YamlNode.Text text) {
            return text.value();
        }
        throw wrong(key, value, "text");
    }

    <E extends Enum<E>> E choice(String key, E[] constants, E otherwise) {
        return child(key).map(value -> choice(key, value, constants)).orElse(otherwise);
    }

    <E extends Enum<E>> E choice(String key, E[] constants) {
        return choice(key, required(key), constants);
    }

    private <E extends Enum<E>> E choice(String key, YamlNode value, E[] constants) {
        String keyword = text(key, value);
        List<String> known = Arrays.stream(constants).map(Named::keyword).toList();
        return Named.find(constants, keyword)
                .orElseThrow(() -> wrong(key, value, "a known name" + NearestName.hint(keyword, known)));
    }

    List<String> texts(String key) {
        return items(key).stream().map(item -> text(key, item)).toList();
    }

    List<Double> listOfNumbers(String key) {
        return items(key).stream().map(item -> number(key, item)).toList();
    }

    /** As {@link #texts}, where a number is meant as the word that it is written as. */
    List<String> words(String key) {
        return items(key).stream()
                .map(item -> item instanceof YamlNode.Number number ? Check.number(number.value()) : text(key, item))
                .toList();
    }

    List<Integer> wholes(String key) {
        return items(key).stream().map(item -> whole(key, item)).toList();
    }

    private List<YamlNode> items(String key) {
        return child(key).map(value -> items(key, value)).orElse(List.of());
    }

    List<YamlNode> items(String key, YamlNode value) {
        if (value instanceof YamlNode.Sequence sequence) {
            return new ArrayList<>(sequence.items());
        }
        throw wrong(key, value, "a list");
    }

    /** Height and width: one number for both, or a list of two. */
    int[] pair(String key, YamlNode value) {
        if (value instanceof YamlNode.Sequence sequence) {
            if (sequence.items().size() != 2) {
                throw wrong(key, value, "one number, or two: [height, width]");
            }
            return sequence.items().stream()
                    .mapToInt(item -> inKernelRange(key, item))
                    .toArray();
        }
        int both = inKernelRange(key, value);
        return new int[] {both, both};
    }

    /** Elements on both sides: one number for both, or a list of two. */
    int[] sides(String key, YamlNode value) {
        if (!(value instanceof YamlNode.Sequence sequence)) {
            int both = whole(key, value);
            return new int[] {both, both};
        }
        if (sequence.items().size() != 2) {
            throw wrong(key, value, "one number for both sides, or two");
        }
        return sequence.items().stream().mapToInt(item -> whole(key, item)).toArray();
    }

    /** A whole number that a window's size or stride can have. */
    int inKernelRange(String key, YamlNode value) {
        int size = whole(key, value);
        return checked(() -> {
            Check.whole(key, size, 1, Kernel.MAX);
            return size;
        });
    }

    /** Runs a constructor and adds file, line and path to what it refuses. */
    <T> T checked(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (InvalidValueException e) {
            int line = child(e.key()).map(YamlNode::line).orElse(node.line());
            throw error(source, path, line, e.getMessage());
        }
    }

    BadInputException error(String problem) {
        return error(source, path, node.line(), problem);
    }

    BadInputException wrong(String key, YamlNode value, String expected) {
        return error(source, path, value.line(), key + " is " + value.described() + ", expected " + expected);
    }
}
