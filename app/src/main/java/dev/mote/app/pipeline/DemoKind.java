package dev.mote.app.pipeline;

import dev.mote.model.BadInputException;
import dev.mote.trainer.recipe.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The demos. Their recipes are in {@code examples/<name>}: {@code recipe.yaml}, and {@code <data set>.yaml} where one needs its own. */
public enum DemoKind {
    DIGITS("synthetic-digits"),
    ACTIVITY("synthetic-activity");

    private final String standardData;

    DemoKind(String standardData) {
        this.standardData = standardData;
    }

    /** Generated in the process: needs no files. */
    public String standardData() {
        return standardData;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadInputException if no demo is called {@code text} */
    public static DemoKind parse(String text) {
        Optional<DemoKind> found =
                Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
        return found.orElseThrow(
                () -> new BadInputException("there is no demo \"" + text + "\"; expected digits or activity"));
    }

    /** The recipe for {@code dataName}, in the installation's {@code examples} folder. */
    Recipe recipe(String dataName) {
        Path folder = Path.of(System.getProperty("mote.home", "."), "examples", text());
        Path own = folder.resolve(dataName.replaceAll("[^A-Za-z0-9_-]", "_") + ".yaml");
        return Recipe.read(Files.exists(own) ? own : folder.resolve("recipe.yaml"));
    }
}
