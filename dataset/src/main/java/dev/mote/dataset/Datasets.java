package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The data sets that Mote knows by name, and the way to a user's own. */
public final class Datasets {
    private Datasets() {}

    /** Of all known data sets, in the order in which they are listed. */
    public static List<String> names() {
        return List.of("mnist", "fashion-mnist", "uci-har", "synthetic-digits", "synthetic-activity");
    }

    /** As {@link #load(String, DataDirectory, long, WindowOptions, ImageOptions)} with the default options. */
    public static Dataset load(String nameOrPath, DataDirectory directory, long seed) {
        return load(nameOrPath, directory, seed, WindowOptions.DEFAULT, ImageOptions.DEFAULT);
    }

    /**
     * Reads or generates a data set, and checks it.
     *
     * @param nameOrPath one of {@link #names}, or a user's own: a CSV file, a folder of CSV files, or a folder with a folder of images for
     *     each class (docs/data.md)
     * @param seed of a generated data set, and of the split of a user's own; without effect on a published one
     * @throws BadInputException one line: which file, what was found, what was expected, what to do
     */
    public static Dataset load(
            String nameOrPath, DataDirectory directory, long seed, WindowOptions windows, ImageOptions images) {
        throw new BadInputException("not yet: " + nameOrPath);
    }

    /** What is known about each data set, and whether its files are in {@code directory}. */
    public static List<DatasetStatus> list(DataDirectory directory) {
        return List.of();
    }

    /**
     * Downloads what is missing of a data set from its publisher, checks it, and only then puts it in place.
     *
     * @param progress receives one line for each file
     * @return the files, all of them there and right
     * @throws BadInputException one line: what could not be reached or was wrong, and where to put the file by hand
     */
    public static List<Path> get(String name, DataDirectory directory, Consumer<String> progress) {
        return List.of();
    }
}
