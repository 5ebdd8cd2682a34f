package dev.mote.app.studio.activity;

import dev.mote.app.TestRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A workspace with a tiny model of five activities. */
final class LiveWorkspace {
    private LiveWorkspace() {}

    static Path fill(Path workspace) throws IOException {
        Path run = Files.createDirectories(workspace.resolve("tiny"));
        for (String file : new String[] {"float.tflite", "int8.tflite"}) {
            Files.copy(TestRuns.activity().resolve(file), run.resolve(file));
        }
        return workspace;
    }
}
