package dev.mote.app.studio.workspace;

import dev.mote.app.pipeline.RunFolder;
import java.util.List;
import java.util.Optional;

/**
 * A folder of the workspace that holds models, or a training that will make one.
 *
 * @param id by which requests name it; no path
 * @param place its path below the workspace, with slashes; empty for the workspace itself
 * @param models in the order of their names
 */
public record RunEntry(String id, String place, RunFolder files, List<ModelEntry> models) {

    /** {@code float.tflite}. */
    public Optional<ModelEntry> floatModel() {
        return named(files.floatModel().getFileName().toString());
    }

    /** {@code int8.tflite}. */
    public Optional<ModelEntry> int8Model() {
        return named(files.int8Model().getFileName().toString());
    }

    private Optional<ModelEntry> named(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
