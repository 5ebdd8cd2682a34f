package dev.mote.device.fuzz;

import dev.mote.device.RandomCases;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.tflite.TfliteWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Files to begin with. */
final class Seeds {
    private Seeds() {}

    /** A graph of each operator, and drawn graphs of several. */
    static List<byte[]> own(int drawn) {
        List<byte[]> files = new ArrayList<>();
        OperatorSamples.all().forEach(graph -> files.add(TfliteWriter.write(graph)));
        IntStream.range(0, drawn).forEach(seed -> files.add(TfliteWriter.write(RandomCases.graph(seed))));
        return files;
    }

    /** Every {@code .tflite} below the folders of {@code $MOTE_DATA} that hold the reference's models; none where it is not set. */
    static List<byte[]> real() {
        String root = System.getenv("MOTE_DATA");
        List<byte[]> files = new ArrayList<>();
        if (root != null) {
            Stream.of("golden", "golden-operators", "zoo")
                    .map(name -> Path.of(root, name))
                    .forEach(folder -> add(folder, files));
        }
        return files;
    }

    /** Files that broke the promise once. */
    static List<byte[]> regressions() {
        List<byte[]> files = new ArrayList<>();
        add(Path.of("src/test/resources/fuzz"), files);
        return files;
    }

    private static void add(Path folder, List<byte[]> files) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".tflite"))
                    .sorted()
                    .toList()) {
                files.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
