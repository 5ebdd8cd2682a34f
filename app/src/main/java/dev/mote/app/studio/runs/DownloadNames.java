package dev.mote.app.studio.runs;

import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** What a model is called where its file's name says nothing. */
@Singleton
final class DownloadNames {
    /** As every run and every upload calls its models. */
    private static final Set<String> COMMON = Set.of("float.tflite", "int8.tflite", "model.tflite");

    private final Workspace workspace;
    private final Uploads uploads;

    DownloadNames(Workspace workspace, Uploads uploads) {
        this.workspace = workspace;
        this.uploads = uploads;
    }

    /**
     * As {@code digits}.
     *
     * @param card what the model tells of itself
     */
    String of(ModelEntry model, Map<String, String> card) {
        RunEntry run = workspace.runOf(model);
        String own = model.name();
        String name = COMMON.contains(own) ? card.getOrDefault("recipe", run(run)) : own;
        return uploads.label(run.files().folder()).orElse(name);
    }

    /** As {@code digits-int8.tflite}. */
    String file(ModelEntry model) {
        RunEntry run = workspace.runOf(model);
        String name = uploads.label(run.files().folder())
                .orElse(COMMON.contains(model.name()) ? run(run) + "-" + model.name() : model.name());
        return name.endsWith(".tflite") ? name : name + ".tflite";
    }

    /** Of the workspace itself, that of its folder. */
    String run(RunEntry run) {
        Path name = run.files().folder().getFileName();
        return name == null ? "model" : name.toString();
    }

    /** A header that every client understands. */
    static String attachment(String file) {
        return "attachment; filename=\"" + file.replaceAll("[^A-Za-z0-9._-]+", "_") + "\"";
    }
}
