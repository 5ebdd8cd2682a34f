package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {
    @TempDir
    Path folder;

    private void write(String project, String... files) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (String file : files) {
            texts.put(file, "/* " + file + " */\n");
        }
        new ProjectFolder(folder).write(project, texts);
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    @Test
    void listsItsFilesAsSha256sumDoes() throws IOException {
        write("a", "a.c");
        assertEquals(Set.of("a.c", "a.sha256"), names());
        // printf '/* a.c */\n' | sha256sum
        assertEquals(
                "3e0d4a4a5aefc9fd3d494083975b6fbc2ec92df87d4019e38c259fb96b451d1f  a.c\n",
                Files.readString(folder.resolve("a.sha256")));
    }

    @Test
    void removesWhatAnEarlierRunWroteAndTheProjectNoLongerHas() throws IOException {
        write("a", "a.c", "mote_conv2d_s8.c");
        write("a", "a.c", "mote_add_s8.c");
        assertEquals(Set.of("a.c", "a.sha256", "mote_add_s8.c"), names());
    }

    @Test
    void keepsFilesThatTheUserChangedOrThatAnotherProjectNeeds() throws IOException {
        write("a", "a.c", "mote_conv2d_s8.c", "mote_add_s8.c");
        write("b", "b.c", "mote_add_s8.c");
        Files.writeString(folder.resolve("mote_conv2d_s8.c"), "/* mine */\n");
        Files.writeString(folder.resolve("app.c"), "/* mine */\n");
        write("a", "a.c");
        assertEquals(
                Set.of("a.c", "a.sha256", "app.c", "b.c", "b.sha256", "mote_add_s8.c", "mote_conv2d_s8.c"), names());
    }

    @Test
    void aListCannotReachOutOfTheFolder() throws IOException {
        Path outside = Files.writeString(folder.resolveSibling("outside.c"), "x");
        write("a", "a.c");
        Files.writeString(folder.resolve("a.sha256"), Sha256.of("x") + "  ../outside.c\n");
        write("a", "a.c");
        assertEquals("x", Files.readString(outside));
        Files.delete(outside);
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        BadInputException e =
                assertThrows(BadInputException.class, () -> new ProjectFolder(file).write("a", new TreeMap<>()));
        assertEquals(
                file
                        + ": cannot be written (a file of that name is in the way); choose a folder that is writable and has space",
                e.getMessage());
    }
}
