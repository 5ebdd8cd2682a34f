package dev.mote.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
        new ProjectFolder(folder).write(project, texts, Set.of());
    }

    private List<String> writeEditable(String project, String file, String text) {
        return new ProjectFolder(folder).write(project, new TreeMap<>(Map.of(file, text)), Set.of(file));
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
    void aLinkDoesNotLeadAListOutOfTheFolder() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path project = Files.createDirectory(folder.resolve("project"));
        Files.writeString(outside.resolve("a.c"), "x");
        Files.createSymbolicLink(project.resolve("src"), outside);
        Files.writeString(project.resolve("a.sha256"), Sha256.of("x") + "  src/a.c\n");
        new ProjectFolder(project).write("a", new TreeMap<>(), Set.of());
        assertEquals("x", Files.readString(outside.resolve("a.c")));
    }

    @Test
    void makesFoldersAndRemovesThoseThatBecomeEmpty() throws IOException {
        write("a", "src/a.c", "cmake/tools/arm.cmake", "Kconfig");
        assertEquals(Set.of("src", "cmake", "Kconfig", "a.sha256"), names());
        write("a", "src/a.c");
        assertEquals(Set.of("src", "a.sha256"), names());
        assertEquals("/* src/a.c */\n", Files.readString(folder.resolve("src/a.c")));
    }

    @Test
    void keepsAnEditableFileOnceItsUserChangedIt() throws IOException {
        assertEquals(List.of(), writeEditable("a", "main.c", "first"));
        assertEquals(List.of(), writeEditable("a", "main.c", "second"));
        assertEquals("second", Files.readString(folder.resolve("main.c")));
        Files.writeString(folder.resolve("main.c"), "mine");
        assertEquals(List.of("main.c"), writeEditable("a", "main.c", "third"));
        assertEquals(List.of("main.c"), writeEditable("a", "main.c", "fourth"));
        assertEquals("mine", Files.readString(folder.resolve("main.c")));
    }

    @Test
    void doesNotTakeOverAFileThatItDidNotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("CMakeLists.txt"), "mine");
        BadInputException e =
                assertThrows(BadInputException.class, () -> writeEditable("a", "CMakeLists.txt", "generated"));
        assertEquals(
                file
                        + ": is there already and not a file of this project; choose another folder, or move the file away",
                e.getMessage());
        assertEquals("mine", Files.readString(file));
        assertEquals(Set.of("CMakeLists.txt"), names());
    }

    @Test
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        BadInputException e = assertThrows(
                BadInputException.class, () -> new ProjectFolder(file).write("a", new TreeMap<>(), Set.of()));
        assertEquals(
                file
                        + ": cannot be written (a file of that name is in the way); choose a folder that is writable and has space",
                e.getMessage());
    }
}
