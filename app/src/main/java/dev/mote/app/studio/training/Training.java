package dev.mote.app.studio.training;

import dev.mote.app.pipeline.RunFolder;
import java.nio.file.Path;

/**
 * A training that was started from the studio.
 *
 * @param id that of its run
 * @param folder where the studio keeps its files
 * @param run where the training writes: the same folder, or that of an earlier run that is gone on with
 */
record Training(String id, Path folder, RunFolder run, TrainingOrder order) {

    Path recipe() {
        return folder.resolve("recipe.yaml");
    }

    Path orderFile() {
        return folder.resolve("studio.json");
    }

    /** What the training said on standard error. */
    Path log() {
        return folder.resolve("studio.log");
    }

    Training with(TrainingOrder other) {
        return new Training(id, folder, run, other);
    }

    boolean is(TrainingState state) {
        return order.state() == state;
    }
}
