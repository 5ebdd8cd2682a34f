package dev.mote.app.pipeline;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Model files that are named, and those in folders that are named. */
public final class BenchModels {
    /** A folder of folders with a model each. */
    private static final int DEEPEST = 2;

    private BenchModels() {}

    /**
     * Each file once.
     *
     * @throws BadInputException if a folder has no .tflite file
     */
    public static List<Path> of(List<Path> named) {
        SequencedSet<Path> models = new LinkedHashSet<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                inside(path).forEach(file -> models.add(file.normalize()));
            } else {
                models.add(path.normalize());
            }
        }
        return List.copyOf(models);
    }

    /** The file's name; behind that of its folder where another file of {@code all} is called alike. */
    public static String name(Path model, List<Path> all) {
        Path file = model.getFileName();
        boolean isAlone =
                all.stream().filter(other -> other.getFileName().equals(file)).count() == 1;
        Path folder = model.toAbsolutePath().getParent().getFileName();
        return isAlone || folder == null ? file.toString() : folder + "/" + file;
    }

    /** Of all of them. */
    public static Set<String> names(List<Path> all) {
        return all.stream().map(model -> name(model, all)).collect(Collectors.toSet());
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(".tflite"))
                    .sorted()
                    .toList();
            if (models.isEmpty()) {
                throw new BadInputException(
                        folder + ": has no .tflite file, nor has a folder in it; give a model or a folder of models");
            }
            return models;
        } catch (IOException e) {
            throw new BadInputException(folder + ": cannot be read (" + SafeFile.reason(e) + ")");
        }
    }
}
