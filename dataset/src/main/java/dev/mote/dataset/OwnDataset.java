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

    static Dataset read(Path path, long seed, DataOptions options) {
        if (!Files.isDirectory(path)) {
            if (!hasSuffix(path, ".csv")) {
                throw new BadInputException(
                        path + ": is neither a folder nor a .csv file; own data must be one of them (docs/data.md)");
            }
            return isSignal(path, options)
                    ? SignalDataset.read(path, List.of(path), seed, options)
                    : TableDataset.read(path, name(path), seed, options);
        }
        List<Path> tables =
                list(path).stream().filter(file -> hasSuffix(file, ".csv")).toList();
        return tables.isEmpty()
                ? ImageFolder.read(path, seed, options)
                : SignalDataset.read(path, tables, seed, options);
    }

    /** A table has a row for each sample, a signal one for each moment. */
    private static boolean isSignal(Path file, DataOptions options) {
        SignalOptions signals = options.signals();
        return !signals.equals(SignalOptions.DEFAULT)
                || SignalColumns.usualTime(TextTable.columns(file, options.columns()))
                        .isPresent();
    }

    /** The last part of the path, which names the data set in reports. */
    static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
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
