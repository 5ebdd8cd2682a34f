package dev.mote.app.studio.training;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.DatasetStatus;
import dev.mote.dataset.Datasets;
import dev.mote.model.BadInputException;
import dev.mote.trainer.recipe.Recipe;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The recipes in the installation's {@code examples}, where it has them. */
@Singleton
final class ExampleRecipes {
    private static final String HEADING = "# ";

    /**
     * A recipe to begin with.
     *
     * @param id by which a request names it; no path
     * @param title of the example that it belongs to
     * @param file name of the recipe within the example
     * @param text in YAML
     * @param ready whether its data is here
     * @param location of its data, known name or absolute path
     */
    record Example(String id, String title, String file, String text, Recipe recipe, String location, boolean ready) {}

    private final DataDirectory data;

    ExampleRecipes(DataDirectory data) {
        this.data = data;
    }

    /** By folder and name; data sets that come or go show at the next call. */
    List<Example> all() {
        Path examples = Path.of(System.getProperty("mote.home", "."), "examples");
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        List<String> ready = found();
        try (Stream<Path> files = Files.walk(examples, 2)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> example(file, ready).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    Optional<Example> find(String id) {
        return all().stream().filter(example -> example.id().equals(id)).findFirst();
    }

    /** Names of data sets that are here. */
    List<String> found() {
        return Datasets.list(data).stream()
                .filter(DatasetStatus::found)
                .map(DatasetStatus::name)
                .toList();
    }

    private static Optional<Example> example(Path file, List<String> found) {
        try {
            Recipe recipe = Recipe.read(file);
            if (recipe.data().name().isEmpty()) {
                return Optional.empty();
            }
            String name = file.getFileName().toString().replace(".yaml", "");
            Path folder = file.getParent().getFileName();
            String location = recipe.data().location(Optional.empty());
            boolean ready =
                    Datasets.names().contains(location) ? found.contains(location) : Files.exists(Path.of(location));
            return Optional.of(new Example(
                    folder + "-" + name,
                    title(file.resolveSibling("README.md")),
                    name,
                    Files.readString(file),
                    recipe,
                    location,
                    ready));
        } catch (BadInputException | IOException e) {
            return Optional.empty();
        }
    }

    private static String title(Path readme) throws IOException {
        if (Files.notExists(readme)) {
            return String.valueOf(readme.toAbsolutePath().getParent().getFileName());
        }
        try (Stream<String> lines = Files.lines(readme)) {
            return lines.filter(line -> line.startsWith(HEADING))
                    .map(line -> line.substring(HEADING.length()))
                    .findFirst()
                    .orElse("");
        }
    }
}
