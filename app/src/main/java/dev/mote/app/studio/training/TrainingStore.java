package dev.mote.app.studio.training;

import dev.mote.app.pipeline.Json;
import dev.mote.app.pipeline.RunFolder;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The folders of trainings: {@code trainings/<generated>} in the workspace. No name of a request is part of a path. */
@Singleton
final class TrainingStore {
    private static final String FOLDER = "trainings";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final int RANDOM_BYTES = 3;

    private final Workspace workspace;
    private final SecureRandom random = new SecureRandom();

    TrainingStore(Workspace workspace) {
        this.workspace = workspace;
    }

    /** All that an earlier studio left. */
    List<Training> all() {
        Path folder = workspace.folder().resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .flatMap(path -> read(path).stream())
                    .sorted(Comparator.comparingLong(
                            training -> training.order().queuedMillis()))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Optional<Training> read(Path folder) {
        try {
            String text = Files.readString(folder.resolve("studio.json"));
            return Json.read(text, TrainingOrder.class)
                    .filter(TrainingOrder::isWhole)
                    .filter(order -> inside(order.target()))
                    .map(order -> training(folder, order));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean inside(String target) {
        return workspace.folder().resolve(target).normalize().startsWith(workspace.folder());
    }

    private Training training(Path folder, TrainingOrder order) {
        Path target = workspace.folder().resolve(order.target());
        return new Training(workspace.id(target), folder, new RunFolder(target), order);
    }

    /**
     * A folder of its own for a training.
     *
     * @param recipe its text
     * @param order is given the place of the new folder
     */
    Training create(String recipe, Function<String, TrainingOrder> order) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String name = LocalDateTime.now(ZoneOffset.UTC).format(NAME) + "-"
                + HexFormat.of().formatHex(bytes);
        String place = FOLDER + "/" + name;
        Path folder = workspace.folder().resolve(place);
        SafeFile.requireWritableFolder(folder);
        Training training = training(folder, order.apply(place));
        try {
            SafeFile.write(training.recipe(), recipe);
            save(training);
            return training;
        } catch (BadInputException e) {
            remove(training);
            throw e;
        }
    }

    void save(Training training) {
        SafeFile.write(training.orderFile(), Json.text(training.order()));
    }

    /** Forgets a training. What it has written goes with it unless it is done, or was begun by the command. */
    void remove(Training training) {
        boolean ownFolder = training.run().folder().equals(training.folder());
        try {
            if (ownFolder && training.is(TrainingState.DONE)) {
                Files.deleteIfExists(training.orderFile());
                Files.deleteIfExists(training.log());
            } else {
                deleteAll(training.folder());
            }
        } catch (IOException e) {
            throw new BadInputException(training.order().target() + ": cannot be removed: " + SafeFile.reason(e), e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
