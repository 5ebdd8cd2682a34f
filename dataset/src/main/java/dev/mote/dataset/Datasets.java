package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The data sets that Mote knows by name, and the way to a user's own. */
public final class Datasets {
    private Datasets() {}

    /** Of all known data sets, in the order in which they are listed. */
    public static List<String> names() {
        return Catalogue.ALL.stream().map(KnownDataset::name).toList();
    }

    /** As {@link #load(String, DataDirectory, long, DataOptions)} with the default options. */
    public static Dataset load(String nameOrPath, DataDirectory directory, long seed) {
        return load(nameOrPath, directory, seed, DataOptions.DEFAULT);
    }

    /**
     * Reads or generates a data set, and checks it.
     *
     * @param nameOrPath one of {@link #names}, or a user's own: a CSV file, a folder of CSV files, or a folder with a folder of images for
     *     each class (docs/data.md)
     * @param options what a recipe says besides the name
     * @param seed of a generated data set, and of the split of a user's own; without effect on a published one
     * @throws BadInputException one line: which file, what was found, what was expected, what to do
     */
    public static Dataset load(String nameOrPath, DataDirectory directory, long seed, DataOptions options) {
        Optional<KnownDataset> known = find(nameOrPath);
        Dataset dataset = known.isPresent()
                ? known.get().load(directory, seed, options).withChannels(names(options.columns()))
                : OwnDataset.read(existing(nameOrPath), seed, options);
        Dataset chosen = dataset.withClasses(options.classes());
        return options.synthetic() ? chosen.asSynthetic() : chosen;
    }

    /** What is known about each data set, and whether its files are in {@code directory}. */
    public static List<DatasetStatus> list(DataDirectory directory) {
        return Catalogue.ALL.stream().map(dataset -> dataset.status(directory)).toList();
    }

    /**
     * Downloads what is missing of a data set from its publisher, checks it, and only then puts it in place.
     *
     * @param progress receives one line for each file
     * @return the files, all of them there and right
     * @throws BadInputException one line: what could not be reached or was wrong, and where to put the file by hand
     */
    public static List<Path> get(String name, DataDirectory directory, Consumer<String> progress) {
        KnownDataset dataset = find(name)
                .orElseThrow(() -> new BadInputException("unknown data set \"" + name + "\"; known are " + known()));
        return Downloader.get(dataset, directory, progress);
    }

    private static List<String> names(ColumnOptions columns) {
        return columns.features().stream().map(Quantity::name).toList();
    }

    private static Optional<KnownDataset> find(String name) {
        return Catalogue.ALL.stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst();
    }

    private static Path existing(String nameOrPath) {
        try {
            Path path = Path.of(nameOrPath);
            if (!nameOrPath.isBlank() && Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // No path, so it was meant as a name: the message below is the right one.
        }
        throw new BadInputException("unknown data set \"" + nameOrPath + "\", and no such file or folder; known are "
                + known() + "; or give the path of your own CSV file or folder");
    }

    private static String known() {
        return String.join(", ", names());
    }
}
