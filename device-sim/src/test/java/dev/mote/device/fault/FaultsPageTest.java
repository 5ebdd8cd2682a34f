package dev.mote.device.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/faults.md tells every kind of fault, and its stage. */
class FaultsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "faults.md");
    private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

    @Test
    void tellsTheFormulaOfEveryKindInTheOrderOfTheCode() throws IOException {
        List<String> told = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals("## Kinds"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
        assertEquals(Arrays.stream(FaultKind.values()).map(FaultKind::option).toList(), told);
    }

    @Test
    void tellsTheKindsOfEveryStage() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        for (Stage stage : Stage.values()) {
            String line = lines.stream()
                    .filter(candidate -> candidate.startsWith("| " + stage.word() + " |"))
                    .findFirst()
                    .orElseThrow();
            List<String> kinds =
                    NAME.matcher(line).results().map(found -> found.group(1)).toList();
            assertEquals(
                    Arrays.stream(FaultKind.values())
                            .filter(kind -> kind.stage() == stage)
                            .map(FaultKind::option)
                            .toList(),
                    kinds);
        }
    }
}
