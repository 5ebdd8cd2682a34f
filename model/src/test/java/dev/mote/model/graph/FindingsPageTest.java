package dev.mote.model.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsPageTest {
    private static final Pattern CODE = Pattern.compile("TFL-\\d\\d");

    @Test
    void listsExactlyTheCodesThatExist() throws IOException {
        SortedSet<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> files = sources.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("Finding.java"))
                    .toList();
            for (Path file : files) {
                collect(Files.readString(file), used);
            }
        }
        SortedSet<String> listed = new TreeSet<>();
        collect(Files.readString(Path.of("../docs/findings.md")), listed);
        assertEquals(used, listed);
    }

    private static void collect(String text, SortedSet<String> codes) {
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            codes.add(matcher.group());
        }
    }
}
