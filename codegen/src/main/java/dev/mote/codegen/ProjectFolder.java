package dev.mote.codegen;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Set<String> stale = staleFiles(project, texts.keySet());
            SafeFile.writeAll(folder, files);
            for (String name : stale) {
                Files.deleteIfExists(folder.resolve(name));
            }
        } catch (IOException e) {
            throw new BadInputException(
                    folder + ": cannot be written (" + SafeFile.reason(e) + "); choose a folder that is writable", e);
        }
    }

    /** Files of the project's earlier run that it has no more, that nobody changed since, and that no other project lists. */
    private Set<String> staleFiles(String project, Set<String> current) throws IOException {
        Path own = folder.resolve(project + LIST);
        Set<String> stale = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return stale;
        }
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
}
