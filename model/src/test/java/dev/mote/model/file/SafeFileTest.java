package dev.mote.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {
    @TempDir
    Path folder;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("a.txt");
        SafeFile.write(file, "first");
        SafeFile.write(file, "second");
        assertEquals("second", Files.readString(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void writesThroughALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        SafeFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    /** A pipe stands for every file that is none: moving a file onto a device would end the device. */
    @Test
    void writesToAPipeAndKeepsIt() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(made(pipe), "skipped: no mkfifo on this machine");
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        SafeFile.write(pipe, "text");
        assertEquals("text", new String(reader.getInputStream().readAllBytes()));
        assertTrue(Files.exists(pipe) && !Files.isRegularFile(pipe));
    }

    @Test
    void saysThatTheDiskIsFull() {
        Path device = Path.of("/dev/full");
        assumeTrue(Files.exists(device) && !Files.isRegularFile(device), "skipped: no /dev/full on this machine");
        String message = assertThrows(BadInputException.class, () -> SafeFile.write(device, "text"))
                .getMessage();
        assertEquals(
                "/dev/full: cannot be written (No space left on device); choose a folder that is writable and has space",
                message);
    }

    @Test
    void leavesNothingWhereAFolderIsInTheWay() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.txt"));
        assertThrows(BadInputException.class, () -> SafeFile.write(file, "text"));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void writesAllFilesOrNone() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.createDirectory(folder.resolve("out/a.c"));
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("a.c", "1");
        texts.put("b.c", "2");
        assertThrows(BadInputException.class, () -> SafeFile.writeAll(folder.resolve("out"), texts));
        assertFalse(Files.exists(folder.resolve("out/b.c")));
        SafeFile.writeAll(folder.resolve("new"), texts);
        assertEquals("2", Files.readString(folder.resolve("new/b.c")));
    }

    @Test
    void writesNothingWhereAFileOrABrokenLinkStandsForAFolder() throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("a.c", "1");
        texts.put("b/c/d.c", "2");
        Path file = folder.resolve("b");
        Files.createFile(file);
        assertEquals(
                file
                        + ": cannot be written (a file of that name is in the way); choose a folder that is writable and has"
                        + " space",
                assertThrows(BadInputException.class, () -> SafeFile.writeAll(folder, texts))
                        .getMessage());
        Files.delete(file);
        Files.createSymbolicLink(file, folder.resolve("none"));
        assertThrows(BadInputException.class, () -> SafeFile.writeAll(folder, texts));
        assertEquals(List.of("b"), names());
    }

    @Test
    void refusesAFolderAsFileBeforeTheWork() {
        assertThrows(BadInputException.class, () -> SafeFile.requireWritable(folder));
        assertThrows(BadInputException.class, () -> SafeFile.requireWritable(folder.resolve("none/a.txt")));
        SafeFile.requireWritable(folder.resolve("a.txt"));
    }

    @Test
    void writesIntoFoldersOfTheFolder() throws IOException {
        TreeMap<String, String> texts = new TreeMap<>();
        texts.put("a/b/c.txt", "1");
        texts.put("a.txt", "2");
        SafeFile.writeAll(folder.resolve("new"), texts);
        assertEquals("1", Files.readString(folder.resolve("new/a/b/c.txt")));
        assertEquals("2", Files.readString(folder.resolve("new/a.txt")));
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void refusesPathsThatLeadOutOfTheFolder() {
        for (String path : List.of("../a.txt", "a/../../b.txt", "/a.txt", "")) {
            TreeMap<String, String> texts = new TreeMap<>();
            texts.put(path, "x");
            assertThrows(IllegalArgumentException.class, () -> SafeFile.writeAll(folder.resolve("new"), texts), path);
        }
        assertFalse(Files.exists(folder.resolve("new")));
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
