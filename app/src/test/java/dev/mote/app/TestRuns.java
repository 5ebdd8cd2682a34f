package dev.mote.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small models that several tests use, made once by the commands themselves. */
public final class TestRuns {
    public static final String ACTIVITY_RECIPE = """
            name: tiny
            data: synthetic-activity
            input: {normalize: standardize}
            seed: 3
            epochs: 2
            batch_size: 64
            validation_split: 0.1
            layers:
              - conv1d: {filters: 4, kernel_size: 5, strides: 4, activation: relu}
              - flatten
              - dense: {units: classes, activation: softmax}
            loss: sparse_categorical_crossentropy
            """;

    static final String DIGITS_RECIPE = """
            name: tinydigits
            data: synthetic-digits
            seed: 3
            epochs: 1
            batch_size: 64
            layers:
              - conv2d: {filters: 2, kernel_size: 5, strides: 4, activation: relu}
              - flatten
              - dense: {units: classes, activation: softmax}
            loss: sparse_categorical_crossentropy
            """;

    private static final String READING_RECIPE = """
            name: reading
            data: synthetic-digits
            input: {normalize: scale, scale: 0.00392156862745098}
            seed: 3
            epochs: 6
            batch_size: 32
            layers:
              - conv2d: {filters: 8, kernel_size: 5, strides: 2, activation: relu}
              - conv2d: {filters: 16, kernel_size: 3, strides: 2, activation: relu}
              - flatten
              - dense: {units: 32, activation: relu}
              - dense: {units: classes, activation: softmax}
            loss: sparse_categorical_crossentropy
            optimizer: {adam: {learning_rate: 0.003}}
            """;

    /** Made when it is asked for: it takes longer. */
    private static final class Reading {
        private static final Path FOLDER = make("reading", READING_RECIPE, "synthetic-digits");
    }

    private static final class Mnist {
        private static final Path FOLDER = make(
                "mnist",
                READING_RECIPE
                        .replace("synthetic-digits", "mnist")
                        .replace("epochs: 6", "epochs: 2")
                        .replace("batch_size: 32", "batch_size: 128"),
                "mnist");
    }

    private static final Path ACTIVITY = make("activity", ACTIVITY_RECIPE, "synthetic-activity");
    private static final Path DIGITS = make("digits", DIGITS_RECIPE, "synthetic-digits");

    private TestRuns() {}

    /** A folder with recipe.yaml, float.tflite, int8.tflite: 128x3 values, 5 classes. */
    public static Path activity() {
        return ACTIVITY;
    }

    /** Likewise: 28x28 values, 10 classes. */
    public static Path digits() {
        return DIGITS;
    }

    /** As {@link #digits}, good enough to read what somebody draws. */
    public static Path reading() {
        return Reading.FOLDER;
    }

    /** As {@link #digits}, of MNIST in {@code $MOTE_DATA}; the test is skipped without it. */
    public static Path mnist() {
        assumeTrue(Files.isDirectory(data().resolve("mnist")), "skipped: no folder mnist in $MOTE_DATA");
        return Mnist.FOLDER;
    }

    /** The root of the repository, in which tests run one level below. */
    static Path home() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** {@code $MOTE_DATA}; the test is skipped without it. */
    public static Path data() {
        String root = System.getenv("MOTE_DATA");
        assumeTrue(root != null && Files.isDirectory(Path.of(root)), "skipped: MOTE_DATA names no folder");
        return Path.of(root);
    }

    /** Folders in {@code $MOTE_DATA/name} that hold vectors of a model. */
    static List<Path> cases(String name) {
        Path folder = data().resolve(name);
        assumeTrue(Files.isDirectory(folder), "skipped: no folder " + name + " in $MOTE_DATA");
        return list(folder).stream()
                .filter(entry -> Files.exists(entry.resolve("input.bin")))
                .toList();
    }

    /** All .tflite files in these folders of {@code $MOTE_DATA}, those of single operators apart. */
    public static List<Path> models(String... names) {
        List<Path> models = new ArrayList<>();
        for (String name : names) {
            Path folder = data().resolve(name);
            assumeTrue(Files.isDirectory(folder), "skipped: no folder " + name + " in $MOTE_DATA");
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".tflite"))
                        .sorted()
                        .forEach(models::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return models;
    }

    static Path model(Path folder) {
        return list(folder).stream()
                .filter(file -> file.toString().endsWith(".tflite"))
                .findFirst()
                .orElseThrow();
    }

    /** In the order of their names. */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names(Path folder) {
        return list(folder).stream().map(file -> file.getFileName().toString()).toList();
    }

    private static Path make(String name, String recipe, String data) {
        try {
            Path folder = Path.of("target", "test-runs", name);
            Files.createDirectories(folder);
            Path file = Files.writeString(folder.resolve("recipe.yaml"), recipe);
            Ran.mote("train", file, "--out", folder).requireDone();
            Path floatFile = folder.resolve("float.tflite");
            Path int8File = folder.resolve("int8.tflite");
            Ran.mote("quantize", floatFile, "--calibration", data, "--samples", 100, "--out", int8File)
                    .requireDone();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
