package dev.mote.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is ended while it does nothing but write leaves whole files, and no temporary one. */
@Tag("slow")
class SafeFileInterruptTest {
    private static final int BYTES = 4 << 20;

    @TempDir
    Path folder;

    /** Writes without an end. */
    static final class Writer {
        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            TreeMap<String, String> texts = new TreeMap<>();
            for (int i = 0; i < 20; i++) {
                texts.put("file" + i, "x".repeat(BYTES / 20));
            }
            for (int i = 0; ; i++) {
                SafeFile.write(folder.resolve("whole"), new byte[BYTES]);
                SafeFile.writeAll(folder.resolve("set"), texts);
            }
        }
    }

    @Test
    void leavesWholeFilesOnly() throws Exception {
        for (int round = 0; round < 6; round++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Writer.class.getName(),
                            folder.toString())
                    .inheritIO()
                    .start();
            waitForFirstFiles();
            Thread.sleep(17L * round);
            process.destroy();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running");
            assertEquals(List.of("set", "whole"), names(folder));
            assertEquals(BYTES, Files.size(folder.resolve("whole")));
            assertEquals(20, names(folder.resolve("set")).size());
            for (String name : names(folder.resolve("set"))) {
                assertEquals(BYTES / 20, Files.size(folder.resolve("set").resolve(name)), name);
            }
        }
    }

    private void waitForFirstFiles() throws InterruptedException {
        for (int i = 0; i < 300 && !Files.exists(folder.resolve("set/file19")); i++) {
            Thread.sleep(50);
        }
        Thread.sleep(500);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new java.util.ArrayList<>(
                    files.map(file -> file.getFileName().toString()).toList());
            Collections.sort(names);
            return names;
        }
    }
}
