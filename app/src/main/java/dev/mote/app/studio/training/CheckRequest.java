package dev.mote.app.studio.training;

import dev.mote.app.studio.runs.UploadedRecording;
import dev.mote.app.studio.runs.Uploads;
import dev.mote.dataset.Datasets;
import dev.mote.dataset.TestSplit;
import dev.mote.model.BadInputException;
import dev.mote.trainer.recipe.InvalidValueException;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.RecipeData;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes sure that a request is a recipe, and that it names no file: its data is a known data set, or that of an example. */
@Singleton
final class CheckRequest {
    /** Far above any recipe that someone writes by hand. */
    static final int MOST_CHARACTERS = 64 * 1024;

    private static final String SOURCE = "recipe";

    private final ExampleRecipes examples;
    private final Supplier<List<UploadedRecording>> uploads;

    @Inject
    CheckRequest(ExampleRecipes examples, Uploads uploads) {
        this(examples, uploads::recordings);
    }

    CheckRequest(ExampleRecipes examples, Supplier<List<UploadedRecording>> uploads) {
        this.examples = examples;
        this.uploads = uploads;
    }

    /**
     * What shall be done.
     *
     * @throws BadInputException in one line, with the line of the recipe
     */
    TrainingOrder of(TrainingRequest request, String target) {
        Recipe recipe = recipe(request);
        Optional<UploadedRecording> upload = upload(request);
        if (upload.isPresent()) {
            refuseTestFile(recipe.data());
        }
        return new TrainingOrder(
                recipe.name(),
                upload.map(UploadedRecording::label)
                        .or(request::data)
                        .orElse(recipe.data().name()),
                upload.isPresent()
                        ? upload.map(recording -> recording.file().toString())
                        : dataOption(request, recipe.data()),
                request.quantize().orElse(true),
                request.seed(),
                target,
                TrainingState.WAITING,
                System.currentTimeMillis(),
                Optional.empty());
    }

    private static Recipe recipe(TrainingRequest request) {
        String text = request.recipe();
        if (text == null || text.isBlank()) {
            throw new BadInputException("recipe: empty, expected a recipe in YAML; choose an example to begin with");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new BadInputException(
                    "recipe: " + text.length() + " characters, expected at most " + MOST_CHARACTERS);
        }
        Recipe recipe = Recipe.parse(SOURCE, text);
        try {
            return request.seed().isPresent() ? recipe.withSeed(request.seed().getAsLong()) : recipe;
        } catch (InvalidValueException e) {
            throw new BadInputException(e.getMessage(), e);
        }
    }

    private static void refuseTestFile(RecipeData data) {
        if (data.options().test().filter(TestSplit.File.class::isInstance).isPresent()) {
            throw new BadInputException("recipe: data.test_file: names a file, but recipes of a page read none;"
                    + " give a share: test: 0.2, or train it by the command: mote train");
        }
    }

    private Optional<UploadedRecording> upload(TrainingRequest request) {
        return request.data()
                .flatMap(id -> uploads.get().stream()
                        .filter(recording -> recording.id().equals(id))
                        .findFirst());
    }

    private Optional<String> dataOption(TrainingRequest request, RecipeData data) {
        Optional<ExampleRecipes.Example> own = request.example()
                .flatMap(examples::find)
                .filter(example -> sameData(example.recipe().data(), data));
        if (own.isPresent() && request.data().isEmpty()) {
            return Datasets.names().contains(own.get().location())
                    ? known(own.get().location(), Optional.empty())
                    : Optional.of(own.get().location());
        }
        refuseTestFile(data);
        if (request.data().isEmpty() && data.name().isEmpty()) {
            throw new BadInputException("recipe: names no data set; add 'data: NAME', or choose one");
        }
        return known(request.data().orElse(data.name()), request.data());
    }

    private static boolean sameData(RecipeData example, RecipeData data) {
        return example.name().equals(data.name())
                && example.options().test().equals(data.options().test());
    }

    private Optional<String> known(String name, Optional<String> option) {
        if (!Datasets.names().contains(name)) {
            throw new BadInputException("recipe: data: \"" + shortened(name)
                    + "\" is no data set that Mote knows; expected one of " + String.join(", ", examples.found())
                    + "; files of your own are trained on by the command: mote train");
        }
        if (!examples.found().contains(name)) {
            throw new BadInputException(
                    "recipe: data: " + name + " is not on this machine; fetch it with: mote data get " + name);
        }
        return option;
    }

    private static String shortened(String name) {
        String line = name.lines().findFirst().orElse("");
        return line.length() > 80 ? line.substring(0, 80) + "…" : line;
    }
}
