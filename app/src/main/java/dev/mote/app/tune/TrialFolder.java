package dev.mote.app.tune;

import dev.mote.app.pipeline.Json;
import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** {@code trials/NNN}: the recipe of a trial, and what came of it. */
record TrialFolder(Path folder) {
    static TrialFolder of(Path out, int number) {
        return new TrialFolder(trials(out).resolve(String.format(Locale.ROOT, "%03d", number)));
    }

    static Path trials(Path out) {
        return out.resolve("trials");
    }

    Path recipe() {
        return folder.resolve("recipe.yaml");
    }

    private Path result() {
        return folder.resolve("result.json");
    }

    void writeRecipe(String text) {
        SafeFile.requireWritableFolder(folder);
        SafeFile.write(recipe(), text);
    }

    void write(TrialResult result) {
        SafeFile.write(result(), Json.text(result) + "\n");
    }

    /** A result that is there already and whole. */
    Optional<TrialResult> read() {
        try {
            return Files.exists(result()) ? Json.read(Files.readString(result()), TrialResult.class) : Optional.empty();
        } catch (IOException e) {
            throw new BadInputException(result() + ": cannot be read (" + SafeFile.reason(e) + ")", e);
        }
    }
}
