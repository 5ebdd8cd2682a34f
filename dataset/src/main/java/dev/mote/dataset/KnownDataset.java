package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A data set that is known by name.
 *
 * @param folder in the data directory
 * @param files that it is read from; none if it is generated
 * @param keys of a recipe's data section that it has a use for
 */
record KnownDataset(
        String name,
        String folder,
        String publisher,
        String licence,
        String records,
        List<PublishedFile> files,
        List<String> keys,
        Loader loader) {
    /** Reads {@code files}, in the order of {@link #files}, or generates from {@code seed}. */
    interface Loader {
        /** @param options with no other keys than {@link #keys} */
        Dataset load(List<Path> files, long seed, DataOptions options);
    }

    /** As above, of a data set that has nothing to choose but classes. */
    interface FixedLoader {
        Dataset load(List<Path> files, long seed);
    }

    /** A data set that has nothing to choose but classes. */
    KnownDataset(
            String name,
            String publisher,
            String licence,
            String records,
            List<PublishedFile> files,
            FixedLoader loader) {
        this(
                name,
                name,
                publisher,
                licence,
                records,
                files,
                List.of("classes"),
                (found, seed, options) -> loader.load(found, seed));
    }

    boolean synthetic() {
        return files.isEmpty();
    }

    Dataset load(DataDirectory directory, long seed, DataOptions options) {
        options.requireOnly(name, "this data set", keys);
        List<Path> found = files(directory);
        try {
            return loader.load(found, seed, options);
        } catch (BadInputException e) {
            throw new BadInputException(e.getMessage() + "; fetch it again with: mote data get " + name, e);
        }
    }

    /** Its files, all of them there. */
    List<Path> files(DataDirectory directory) {
        Path place = directory.folder(folder);
        List<String> missing = missingIn(place);
        if (!missing.isEmpty()) {
            String what = Files.isDirectory(place) ? String.join(", ", missing) : "the folder";
            throw new BadInputException(
                    name + ": " + what + " is missing in " + place + "; fetch it with: mote data get " + name
                            + ", or tell where it is with --data-dir or " + DataDirectory.VARIABLE);
        }
        return files.stream().flatMap(file -> file.findIn(place).stream()).toList();
    }

    DatasetStatus status(DataDirectory directory) {
        Path place = directory.folder(folder);
        List<String> missing = missingIn(place);
        Optional<Path> where = synthetic() ? Optional.empty() : Optional.of(place);
        return new DatasetStatus(name, synthetic(), missing.isEmpty(), where, publisher, licence, records, missing);
    }

    private List<String> missingIn(Path place) {
        return files.stream()
                .filter(file -> file.findIn(place).isEmpty())
                .map(PublishedFile::name)
                .toList();
    }
}
