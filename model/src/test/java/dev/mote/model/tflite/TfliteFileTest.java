package dev.mote.model.tflite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.OperatorSamples;
import dev.mote.model.graph.TensorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TfliteFileTest {
    private static final Graph GRAPH = OperatorSamples.conv2d(TensorType.INT8);

    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = folder.resolve("model.tflite");
        TfliteFile.write(file, GRAPH);
        TfliteFile.write(file, GRAPH);
        assertEquals(GRAPH, TfliteFile.read(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void saysThatAFileIsMissing() {
        Path file = folder.resolve("nothing.tflite");
        assertEquals(
                file + ": cannot be read (no such file or folder); check name and permissions",
                assertThrows(BadInputException.class, () -> TfliteFile.read(file))
                        .getMessage());
    }

    @Test
    void saysThatAFolderIsNoFile() {
        String message = assertThrows(BadInputException.class, () -> TfliteFile.read(folder))
                .getMessage();
        assertTrue(message.contains("is a folder"), message);
    }

    @Test
    void saysThatAFileCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way").resolve("model.tflite");
        String message = assertThrows(BadInputException.class, () -> TfliteFile.write(file, GRAPH))
                .getMessage();
        assertTrue(message.startsWith(file + ": cannot be written"), message);
        assertFalse(message.contains("\n"), message);
        Path missing = folder.resolve("missing").resolve("model.tflite");
        assertThrows(BadInputException.class, () -> TfliteFile.write(missing, GRAPH));
    }

    @Test
    void leavesTheOldFileWhereTheNewOneCannotBeWritten() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("model.tflite"));
        Path inside = Files.write(taken.resolve("inside"), new byte[] {1});
        assertThrows(BadInputException.class, () -> TfliteFile.write(taken, GRAPH));
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(inside));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(taken), files.toList());
        }
    }
}
