package dev.mote.app.studio.runs;

import dev.mote.app.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A workspace with two runs that were trained, a folder with a model that is cut off, and one with files that are none. */
final class RunsWorkspace {
    private RunsWorkspace() {}

    static void fill(Path workspace) throws IOException {
        copy(TestRuns.digits(), workspace.resolve("digits"));
        copy(TestRuns.activity(), workspace.resolve("own/activity"));
        Path broken = Files.createDirectories(workspace.resolve("broken"));
        Files.write(broken.resolve("cut.tflite"), cutModel());
        Files.writeString(broken.resolve("report.json"), "[{");
        Files.writeString(broken.resolve("report.html"), "<script>parent.evil = 1</script><style>p{color:red}</style>");
        Files.createDirectories(workspace.resolve("empty"));
    }

    /** The first half of a model. */
    static byte[] cutModel() throws IOException {
        byte[] whole = model();
        return Arrays.copyOf(whole, whole.length / 2);
    }

    static byte[] model() throws IOException {
        return Files.readAllBytes(TestRuns.digits().resolve("int8.tflite"));
    }

    private static void copy(Path run, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
