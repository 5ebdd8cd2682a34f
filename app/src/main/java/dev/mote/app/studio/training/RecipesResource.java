package dev.mote.app.studio.training;

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

    /** @param datasets names of those that are here */
    public record Recipes(List<ExampleRecipe> recipes, List<String> datasets) {}

    private final ExampleRecipes examples;

    RecipesResource(ExampleRecipes examples) {
        this.examples = examples;
    }

    @GET
    @Operation(summary = "Recipes of the examples, and the data sets that are here")
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
        return new Recipes(recipes, examples.found());
    }
}
