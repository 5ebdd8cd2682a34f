package dev.mote.model.golden;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The reference's vectors, in the folder that the environment variable MOTE_DATA names. */
public final class GoldenData {
    private GoldenData() {}

    /** Folders in {@code $MOTE_DATA/name} that hold an {@code input.bin}; the test is skipped where there is no such folder. */
    public static List<Path> cases(String name) {
        String root = System.getenv("MOTE_DATA");
        assumeTrue(
                root != null && Files.isDirectory(Path.of(root, name)),
                "skipped: no folder " + name + " in $MOTE_DATA");
        try (Stream<Path> folders = Files.list(Path.of(root, name))) {
            return folders.filter(folder -> Files.exists(folder.resolve("input.bin")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the vectors in {@code folder} are consecutive runs of a model with state. */
    public static boolean isSequence(Path folder) throws IOException {
        return Files.readString(folder.resolve("meta.json")).matches("(?s).*\"mode\":\\s*\"sequence\".*");
    }

    /** The {@code .tflite} in {@code folder}. */
    public static Path model(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tflite"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The {@code .tflite} files of all {@link #cases}. */
    public static List<Path> models(String name) {
        return cases(name).stream().map(GoldenData::model).toList();
    }
}
