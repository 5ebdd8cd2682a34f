package dev.mote.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The golden models and vectors below {@code MOTE_DATA}; without it the tests that want them are skipped. */
public final class GoldenFiles {
    private GoldenFiles() {}

    /** The {@code .tflite} files of the whole models, sorted. */
    public static List<Path> models() {
        return below("golden");
    }

    /** The {@code .tflite} files of one operator each, sorted. */
    public static List<Path> operators() {
        return below("golden-operators");
    }

    private static List<Path> below(String folder) {
        String data = System.getenv("MOTE_DATA");
        assumeTrue(data != null, "MOTE_DATA is not set: golden models are not checked");
        Path root = Path.of(data, folder);
        assumeTrue(Files.isDirectory(root), root + " is missing: its models are not checked");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".tflite"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
