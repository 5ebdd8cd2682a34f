package dev.mote.app.studio.training;

import dev.mote.app.studio.runs.Uploads;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a training can begin with. */
@Path("/api/recipes")
@Tag(name = "trainings")
public final class RecipesResource {
    /**
     * An example's recipe.
     *
     * @param title of the example
     * @param file name of the recipe within it
     * @param data that it names
     * @param ready whether this data is here
     */
    public record ExampleRecipe(String id, String title, String file, String text, String data, boolean ready) {}

    /** A recording that was uploaded, by its id. */
    public record OwnRecording(String id, String label) {}

    /** @param datasets names of those that are here */
    public record Recipes(List<ExampleRecipe> recipes, List<String> datasets, List<OwnRecording> recordings) {}

    private final ExampleRecipes examples;
    private final Uploads uploads;

    RecipesResource(ExampleRecipes examples, Uploads uploads) {
        this.examples = examples;
        this.uploads = uploads;
    }

    @GET
    @Operation(summary = "Recipes of the examples, and the data sets and uploaded recordings that are here")
    public Recipes recipes() {
        List<ExampleRecipe> recipes = examples.all().stream()
                .map(example -> new ExampleRecipe(
                        example.id(),
                        example.title(),
                        example.file(),
                        example.text(),
                        example.recipe().data().name(),
                        example.ready()))
                .toList();
        List<OwnRecording> recordings = uploads.recordings().stream()
                .map(recording -> new OwnRecording(recording.id(), recording.label()))
                .toList();
        return new Recipes(recipes, examples.found(), recordings);
    }
}
