package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * docs/operators.md says what the vectors show. {@code -Dgolden.update=docs} (any folder) writes the page anew; what is said about
 * operators that are left out stays as it is.
 */
class OperatorsPageTest {
    private static final Path PAGE = Path.of("../docs/operators.md");
    private static final String BEGIN = "<!-- written by OperatorsPageTest: begin -->\n";
    private static final String END = "<!-- written by OperatorsPageTest: end -->\n";
    private static final Pattern LEFT_OUT = Pattern.compile("(?m)^\\| ([A-Za-z0-9_]+)[,: |]");

    @Test
    void hasTheTableThatTheVectorsGive() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(BEGIN)) + BEGIN + table() + page.substring(page.indexOf(END));
        String folder = System.getProperty("golden.update");
        if (folder != null) {
            Files.writeString(Path.of(folder).resolve("operators.md"), expected);
            return;
        }
        assertEquals(expected, page);
    }

    @Test
    void explainsWhatIsLeftOut() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> explained = new TreeSet<>();
        Matcher matcher = LEFT_OUT.matcher(page.substring(page.indexOf("## What is left out")));
        while (matcher.find()) {
            explained.add(matcher.group(1));
        }
        explained.remove("operator");
        assertEquals(leftOut(), explained);
    }

    private static String table() throws IOException {
        Map<String, OperatorRow> rows = rows();
        Set<String> reference = Set.copyOf(referenceOperators());
        return """

                | operator | TFLM | Java | C | constant | cases |
                |---|---|---|---|---|---:|
                %s
                Not in TFLM, but read by Mote:

                | operator | TFLM | Java | C | constant | cases |
                |---|---|---|---|---|---:|
                %s
                """.formatted(
                        lines(rows, reference::contains),
                        lines(
                                rows,
                                name -> !reference.contains(name)
                                        && !rows.get(name).line().contains("| none | none |")));
    }

    private static String lines(Map<String, OperatorRow> rows, Function<String, Boolean> isWanted) {
        return rows.entrySet().stream()
                .filter(row -> isWanted.apply(row.getKey()))
                .map(row -> row.getValue().line())
                .collect(Collectors.joining());
    }

    /** Operators of the reference that lack a type here, or all of them. */
    private static Set<String> leftOut() throws IOException {
        Map<String, OperatorRow> rows = rows();
        return referenceOperators().stream()
                .filter(name -> !rows.containsKey(name)
                        || rows.get(name).isIncomplete()
                        || rows.get(name).line().contains("| none | none |"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, OperatorRow> rows() {
        Map<String, OperatorRow> rows = new TreeMap<>();
        VectorProject.all().stream()
                .collect(Collectors.groupingBy(project -> project.vectors().operator()))
                .forEach((operator, cases) -> rows.put(operator, new OperatorRow(operator, cases)));
        return rows;
    }

    /** What TFLM's MicroMutableOpResolver can add, but for the signal library and processors of other makers. */
    private static List<String> referenceOperators() throws IOException {
        try (InputStream list = OperatorsPageTest.class.getResourceAsStream("/vectors/reference-operators.txt")) {
            assertNotNull(list);
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
