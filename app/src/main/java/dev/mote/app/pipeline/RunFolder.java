package dev.mote.app.pipeline;

import dev.mote.model.file.SafeFile;
import java.nio.file.Path;
import java.util.List;

/** The folder that a run writes, and the names of what is in it. */
public record RunFolder(Path folder) {

    /** @throws dev.mote.model.BadInputException if nothing can be written there */
    public static RunFolder create(Path folder) {
        SafeFile.requireWritableFolder(folder);
        return new RunFolder(folder);
    }

    public Path floatModel() {
        return folder.resolve("float.tflite");
    }

    public Path int8Model() {
        return folder.resolve("int8.tflite");
    }

    public Path firmware() {
        return folder.resolve("firmware");
    }

    public Path history() {
        return folder.resolve("history.json");
    }

    public Path trainingHtml() {
        return folder.resolve("training.html");
    }

    /** What an interrupted training goes on from. */
    public Path checkpoint() {
        return folder.resolve("checkpoint.mote");
    }

    /** What a training tells while it runs. */
    public Path progress() {
        return folder.resolve("progress.json");
    }

    /** Locked by the training that writes the folder, as long as its process lives. */
    public Path trainingLock() {
        return folder.resolve(".training.lock");
    }

    /** Files that are there only while a training runs. */
    List<Path> passing() {
        return List.of(checkpoint(), progress(), trainingLock());
    }

    public Path tensorBoard() {
        return folder.resolve("tensorboard");
    }

    public Path metrics() {
        return folder.resolve("metrics.json");
    }

    public Path plots() {
        return folder.resolve("plots");
    }

    public Path reportJson() {
        return folder.resolve("report.json");
    }

    public Path reportHtml() {
        return folder.resolve("report.html");
    }
}
