package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command of README.md does what it says, in the order in which a reader meets them. Recipes are cut to one epoch. */
@Tag("slow")
class ReadmeTest {
    private static final List<String> PUBLISHED = List.of("mnist", "fashion-mnist", "uci-har");

    private static final int MISSING_TOOL = 3;

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> everyCommandWorks() throws IOException {
        ShortExamples.copy(folder);
        List<String> commands = commands(Files.readAllLines(TestRuns.home().resolve("README.md")));
        assertFalse(commands.isEmpty());
        return commands.stream().map(command -> DynamicTest.dynamicTest(command, () -> run(command)));
    }

    private static void run(String command) throws IOException, InterruptedException {
        List<String> words = List.of(command.split(" +"));
        if (words.stream().anyMatch(PUBLISHED::contains)) {
            Path data = TestRuns.data();
            words.stream()
                    .filter(PUBLISHED::contains)
                    .forEach(name -> assumeTrue(
                            Files.isDirectory(data.resolve(name)), "skipped: no folder " + name + " in $MOTE_DATA"));
        }
        Ran ran = new MoteProcess(folder, folder, Map.of()).run(words.subList(1, words.size()));
        assumeTrue(ran.code() != MISSING_TOOL, () -> "skipped: " + ran.err());
        ran.requireDone();
    }

    /** The lines of all {@code sh} blocks; what is no {@code ./mote} command, or does not end by itself, is known by name. */
    private static List<String> commands(List<String> lines) {
        List<String> commands = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith("```")) {
                inside = !inside && line.equals("```sh");
            } else if (inside && line.matches("\\./mote (?!serve)[A-Za-z0-9 ./_:=,%-]+")) {
                commands.add(line);
            } else if (inside
                    && !line.isBlank()
                    && !line.matches("git clone .*|cd [a-z]+|\\./check( .*)?|\\./mote serve|#.*")) {
                fail("README.md: a command of a form that this test cannot run: " + line);
            }
        }
        return commands;
    }
}
