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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of generated files. {@code <project>.sha256} lists those of a project, in the format of {@code sha256sum}: by it the next
 * run knows which files it may remove.
 */
final class ProjectFolder {
    private static final String LIST = ".sha256";

    /** No part of a path begins with a dot. */
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{64}  \\w[\\w.-]*(/\\w[\\w.-]*)*");

    private final Path folder;

    ProjectFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * @param texts by path
     * @param editable those that are left alone where their user changed them
     * @return what was left alone
     */
    List<String> write(String project, SortedMap<String, String> texts, Set<String> editable) {
        SortedMap<String, String> files = new TreeMap<>(texts);
        StringBuilder list = new StringBuilder();
        texts.forEach((name, text) ->
                list.append(Sha256.of(text)).append("  ").append(name).append('\n'));
        files.put(project + LIST, list.toString());
        try {
            List<String> kept = changedFiles(project, texts, editable);
            Set<String> stale = staleFiles(project, texts.keySet());
            files.keySet().removeAll(kept);
            SafeFile.writeAll(folder, files);
            for (String name : stale) {
                delete(name);
            }
            return kept;
        } catch (IOException e) {
            throw new BadInputException(
                    folder + ": cannot be written (" + SafeFile.reason(e) + "); choose a folder that is writable", e);
        }
    }

    /** The editable files that differ from what an earlier run wrote. */
    private List<String> changedFiles(String project, SortedMap<String, String> texts, Set<String> editable)
            throws IOException {
        Map<String, String> earlier = entries(folder.resolve(project + LIST));
        List<String> changed = new ArrayList<>();
        for (String name : new TreeSet<>(editable)) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                continue;
            }
            String checksum = Sha256.of(Files.readAllBytes(file));
            if (checksum.equals(Sha256.of(texts.get(name))) || checksum.equals(earlier.get(name))) {
                continue;
            }
            if (!earlier.containsKey(name)) {
                throw new BadInputException(file + ": is there already and not a file of this project; choose another"
                        + " folder, or move the file away");
            }
            changed.add(name);
        }
        return changed;
    }

    /** A file, and the folders that are empty without it. */
    private void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
        for (Path parent = Path.of(name).getParent(); parent != null; parent = parent.getParent()) {
            Path emptied = folder.resolve(parent);
            try (Stream<Path> rest = Files.list(emptied)) {
                if (rest.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(emptied);
        }
    }

    /** Files of the project's earlier run that it has no more, that nobody changed since, and that no other project lists. */
    private Set<String> staleFiles(String project, Set<String> current) throws IOException {
        Path own = folder.resolve(project + LIST);
        Set<String> stale = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return stale;
        }
        for (Map.Entry<String, String> entry : entries(own).entrySet()) {
            Path file = folder.resolve(entry.getKey());
            boolean unchanged = Files.isRegularFile(file)
                    && isInside(file)
                    && Sha256.of(Files.readAllBytes(file)).equals(entry.getValue());
            if (unchanged && !current.contains(entry.getKey())) {
                stale.add(entry.getKey());
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

    /** Whether no link on the way leads out of the folder. */
    private boolean isInside(Path file) throws IOException {
        return file.getParent().toRealPath().startsWith(folder.toRealPath());
    }

    /** Checksums by path; lines of another form are skipped, so that no list reaches outside of the folder. */
    private static Map<String, String> entries(Path list) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        if (Files.isRegularFile(list)) {
            for (String line : Files.readAllLines(list)) {
                if (ENTRY.matcher(line).matches()) {
                    entries.put(line.substring(66), line.substring(0, 64));
                }
            }
        }
        return entries;
    }
}
