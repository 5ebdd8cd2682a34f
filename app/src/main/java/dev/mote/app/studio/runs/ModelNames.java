package dev.mote.app.studio.runs;

import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RunEntry;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the pages call a model: {@code digits int8}, or as its visitor called an upload. */
@Singleton
public final class ModelNames {
    private static final String ENDING = ".tflite";
    /** Below it, folders have names that the studio made up. */
    private static final String TRAININGS = "trainings/";

    private final Uploads uploads;
    private final ModelCatalogue models;

    ModelNames(Uploads uploads, ModelCatalogue models) {
        this.uploads = uploads;
        this.models = models;
    }

    public String of(RunEntry run, ModelEntry model) {
        return uploads.label(run.files().folder()).orElseGet(() -> {
            Optional<String> recipe =
                    isTraining(run.place()) ? models.facts(model).recipe() : Optional.empty();
            return name(run(run.place(), recipe), run.place(), model.name());
        });
    }

    /**
     * What a run is called that is no upload.
     *
     * @param place below the workspace; empty for the workspace itself
     * @param recipe that its model tells
     */
    static String run(String place, Optional<String> recipe) {
        String folder = place.substring(place.lastIndexOf('/') + 1);
        return isTraining(place) ? recipe.orElse(folder) : folder;
    }

    /** The place is added where the run's name does not tell it. */
    static String name(String run, String place, String file) {
        String model = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        return run.isEmpty() ? model : run + " " + model + (run.equals(place) ? "" : ", " + place);
    }

    private static boolean isTraining(String place) {
        return place.startsWith(TRAININGS);
    }
}
