package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Tells from a path which kind of own data a user means, and reads it. */
final class OwnDataset {
    private OwnDataset() {}

    static Dataset read(Path path, long seed, WindowOptions windows, ImageOptions images) {
        if (!Files.isDirectory(path)) {
            return SignalDataset.read(path, List.of(path), seed, windows);
        }
        List<Path> tables = list(path).stream().filter(file -> hasSuffix(file, ".csv")).toList();
        return tables.isEmpty()
                ? ImageFolder.read(path, seed, images)
                : SignalDataset.read(path, tables, seed, windows);
    }

    /** Visible files and folders, by name: the order in which a file system lists them is its own. */
    static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInputException(folder + ": cannot be listed (" + e.getMessage() + ")", e);
        }
    }

    static boolean hasSuffix(Path file, String suffix) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(suffix);
    }
}
