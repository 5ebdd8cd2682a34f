package dev.mote.device.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of this machine that must succeed. */
record Tool(Path program) {
    private static final int LONGEST_MINUTES = 3;

    /** Skips the test, visibly, where {@code name} is not installed. */
    static Tool find(String name) {
        Path program = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(program != null, "skipped: no " + name + " in PATH");
        return new Tool(program);
    }

    /** @return what it prints, errors included */
    List<String> run(Path folder, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        try {
            Path log = Files.createTempFile(folder, "tool", ".log");
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertTrue(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES), () -> command + " does not end");
            String output = Files.readString(log);
            Files.delete(log);
            assertEquals(0, process.exitValue(), () -> String.join(" ", command) + "\n" + output);
            return output.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> run(Path folder, String... arguments) {
        return run(folder, List.of(arguments));
    }
}
