package dev.mote.codegen;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A folder of generated files. {@code <project>.sha256} lists those of a project, in the format of {@code sha256sum}: by it the next
 * run knows which files it may remove.
 */
final class ProjectFolder {
    private static final String LIST = ".sha256";

    private final Path folder;

    ProjectFolder(Path folder) {
        this.folder = folder;
    }

    void write(String project, SortedMap<String, String> texts) {
        SortedMap<String, String> files = new TreeMap<>(texts);
        StringBuilder list = new StringBuilder();
        texts.forEach((name, text) ->
                list.append(Sha256.of(text)).append("  ").append(name).append('\n'));
        files.put(project + LIST, list.toString());
        try {
            Files.createDirectories(folder);
            Set<String> stale = staleFiles(project, texts.keySet());
            replace(files);
            for (String name : stale) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new BadInputException(
                    folder + ": cannot be written (" + reason(e) + "); choose a folder that is writable", e);
        }
    }

    /** All files first beside their places, then moved. */
    private void replace(SortedMap<String, String> files) throws IOException {
        Path temporary = Files.createTempDirectory(folder, ".mote-");
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(temporary.resolve(file.getKey()), file.getValue());
            }
            for (String name : files.keySet()) {
                Files.move(
                        temporary.resolve(name),
                        folder.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } finally {
            for (String name : files.keySet()) {
                Files.deleteIfExists(temporary.resolve(name));
            }
            Files.deleteIfExists(temporary);
        }
    }

    /** Files of the project's earlier run that it has no more, that nobody changed since, and that no other project lists. */
    private Set<String> staleFiles(String project, Set<String> current) throws IOException {
        Path own = folder.resolve(project + LIST);
        Set<String> stale = new TreeSet<>();
        if (Files.isRegularFile(own)) {
            for (Map.Entry<String, String> entry : entries(own).entrySet()) {
                Path file = folder.resolve(entry.getKey());
                boolean unchanged = Files.isRegularFile(file)
                        && Sha256.of(Files.readAllBytes(file)).equals(entry.getValue());
                if (unchanged && !current.contains(entry.getKey())) {
                    stale.add(entry.getKey());
                }
            }
        }
        try (DirectoryStream<Path> lists = Files.newDirectoryStream(folder, "*" + LIST)) {
            for (Path list : lists) {
                if (!list.getFileName().equals(own.getFileName())) {
                    stale.removeAll(entries(list).keySet());
                }
            }
        }
        return stale;
    }

    /** Checksums by plain file name; lines of another form are skipped, so that no list reaches outside of the folder. */
    private static Map<String, String> entries(Path list) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(list));
        for (String line : lines) {
            if (line.matches("[0-9a-f]{64}  [A-Za-z0-9_]+\\.[ch]")) {
                entries.put(line.substring(66), line.substring(0, 64));
            }
        }
        return entries;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> "it is a file";
            case NotDirectoryException file -> "a part of the path is a file";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
