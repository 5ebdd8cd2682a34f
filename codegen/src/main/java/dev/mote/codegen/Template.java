package dev.mote.codegen;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file with placeholders as {@code @name@}. Each has a list of values: the line that it stands in is written once for each of them, so
 * that one value is simply put in, and a line without any vanishes.
 *
 * @param path of the file; names the syntax that values must not break
 */
record Template(String path, String text) {
    private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Za-z]+)@");

    /** Means nothing to YAML, JSON, XML, CMake, Kconfig or Markdown where a template puts a value. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-]*");

    /** What {@link CText#printable} leaves, for comments. */
    private static final Pattern COMMENT = Pattern.compile("(?!.*(\\*/|/\\*|\\\\|\\?\\?))[\\x20-\\x7e]*");

    /**
     * @param values by placeholder
     * @throws IllegalArgumentException for a placeholder without an entry, or a value that the file's syntax cannot take
     */
    String filled(Map<String, List<String>> values) {
        values.forEach((placeholder, list) -> list.forEach(value -> requireHarmless(placeholder, value)));
        return text.lines()
                .flatMap(line -> lines(line, values).stream())
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private void requireHarmless(String placeholder, String value) {
        boolean isCode = path.matches(".*\\.(c|h|cpp|ino)");
        if (!(isCode ? COMMENT : PLAIN).matcher(value).matches()) {
            throw new IllegalArgumentException(path + ": @" + placeholder + "@ cannot be " + value);
        }
    }

    private List<String> lines(String line, Map<String, List<String>> values) {
        int copies = 1;
        for (String placeholder : placeholders(line)) {
            if (!values.containsKey(placeholder)) {
                throw new IllegalArgumentException(path + ": no value for @" + placeholder + "@");
            }
            int size = values.get(placeholder).size();
            if (size != 1 && copies != 1) {
                throw new IllegalArgumentException(
                        path + ": two lists in one line, the second is @" + placeholder + "@");
            }
            copies = size == 1 ? copies : size;
        }
        return IntStream.range(0, copies).mapToObj(i -> filled(line, values, i)).toList();
    }

    /** One pass, so that no value is taken for a placeholder. */
    private static String filled(String line, Map<String, List<String>> values, int copy) {
        return PLACEHOLDER.matcher(line).replaceAll(match -> {
            List<String> list = values.get(match.group(1));
            return Matcher.quoteReplacement(list.get(list.size() == 1 ? 0 : copy));
        });
    }

    private static List<String> placeholders(String line) {
        return PLACEHOLDER
                .matcher(line)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
