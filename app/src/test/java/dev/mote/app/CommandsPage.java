package dev.mote.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/commands.md says: a section for each command, with tables of options and of JSON keys. */
final class CommandsPage {
    private static final Pattern ROW = Pattern.compile("\\| `([^` ]+)[^`]*` \\|.*");
    private static final String HEADING = "## mote ";

    private CommandsPage() {}

    /** Lines by command, as {@code data list}, in the order of the page. */
    static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                current = new ArrayList<>();
                if (line.startsWith(HEADING)) {
                    sections.put(line.substring(HEADING.length()), current);
                }
            }
            current.add(line);
        }
        return sections;
    }

    static List<String> options(String command) {
        return rows(command).filter(name -> name.startsWith("-")).toList();
    }

    static List<String> keys(String command) {
        return rows(command).filter(name -> name.matches("[a-z0-9_]+")).toList();
    }

    /** Keys of the table below another heading. */
    static List<String> keysBelow(String heading) {
        return lines().stream()
                .dropWhile(line -> !line.equals("## " + heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .toList();
    }

    private static java.util.stream.Stream<String> rows(String command) {
        return sections().getOrDefault(command, List.of()).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(TestRuns.home().resolve("docs/commands.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
