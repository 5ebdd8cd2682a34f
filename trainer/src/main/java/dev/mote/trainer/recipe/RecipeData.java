package dev.mote.trainer.recipe;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.DataOptions;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.Datasets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The data that a recipe is meant for, and what its parts are.
 *
 * @param name of a known data set, or a path as the recipe writes it; may be empty
 * @param folder of the recipe, from which paths are taken
 */
public record RecipeData(String name, Path folder, DataOptions options) {
    public static final RecipeData NONE = new RecipeData("", Path.of(""), DataOptions.DEFAULT);

    /** A known data set, or a path from the working folder. */
    static RecipeData named(String name) {
        return new RecipeData(name, Path.of(""), DataOptions.DEFAULT);
    }

    /**
     * @param other in place of the recipe's own: a known name, or a path from the working folder; its columns and classes are the recipe's
     * @param seed of generated data and of splits
     * @throws BadInputException if there is neither, or what is there cannot be read
     */
    public Dataset load(Optional<String> other, DataDirectory directory, long seed) {
        return Datasets.load(other.orElseGet(this::location), directory, seed, options);
    }

    /**
     * What {@link #load} reads, so that it can be named again from another folder.
     *
     * @param other in place of the recipe's own
     * @return a known name, or an absolute path
     */
    public String location(Optional<String> other) {
        String location = other.orElseGet(this::location);
        return Datasets.names().contains(location) || location.isBlank()
                ? location
                : Path.of(location).toAbsolutePath().toString();
    }

    /** As the working folder sees it. A word that is no file beside the recipe was meant as the name of a data set. */
    private String location() {
        boolean path = name.contains("/") || name.contains(".") || Files.exists(folder.resolve(name));
        return path && !Datasets.names().contains(name) ? folder.resolve(name).toString() : name;
    }

    /** The options as YAML on one line, which {@link #options(String)} reads; empty if there are none. */
    public String optionsText() {
        return DataWriter.options(options);
    }

    /** @param text of {@link #optionsText} */
    public static DataOptions options(String text) {
        return text.isEmpty() ? DataOptions.DEFAULT : DataReader.options(text);
    }
}
