package dev.mote.app.studio.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mote.app.studio.StudioSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    Path temporary;

    @Test
    void followsNoLinkThatLeadsOut() throws IOException {
        Path outside = Files.writeString(temporary.resolve("secret.tflite"), "secret");
        Path run = Files.createDirectories(temporary.resolve("workspace/run"));
        Files.writeString(run.resolve("a.tflite"), "model");
        Files.createSymbolicLink(run.resolve("b.tflite"), outside);
        Files.createSymbolicLink(run.resolve("c.tflite"), Path.of("a.tflite"));
        Files.createSymbolicLink(run.resolve("d.tflite"), Path.of("gone.tflite"));
        Files.createSymbolicLink(run.resolveSibling("all"), temporary);
        Workspace workspace = workspace(temporary.resolve("workspace"));
        assertEquals(
                List.of("a.tflite", "c.tflite"),
                workspace.runs().stream()
                        .flatMap(found -> found.models().stream())
                        .map(ModelEntry::name)
                        .toList());
        assertFalse(workspace.isInside(run.resolve("b.tflite")));
    }

    @Test
    void isEmptyWhenItIsGone() {
        assertEquals(List.of(), workspace(temporary.resolve("gone")).runs());
    }

    private static Workspace workspace(Path folder) {
        return new Workspace(new StudioSettings(null, 0, folder, Optional.empty(), Optional.empty()));
    }
}
