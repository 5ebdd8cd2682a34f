package dev.mote.app.studio.training;

import dev.mote.app.pipeline.TrainingLock;
import dev.mote.app.pipeline.TrainingProgress;
import dev.mote.app.studio.workspace.RunEntry;
import dev.mote.app.studio.workspace.Workspace;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Trainings of the workspace as their folders tell: those of the studio, and those of {@code mote train} and {@code mote demo}. */
@Singleton
final class CommandTrainings {
    /**
     * A training that is not done.
     *
     * @param running whether its process lives
     */
    record Found(RunEntry run, TrainingProgress progress, boolean running) {
        boolean canGoOn() {
            return !running && progress.resumable() && Files.exists(run.files().checkpoint());
        }
    }

    private final Workspace workspace;

    CommandTrainings(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Found> all() {
        return workspace.runs().stream().flatMap(run -> found(run).stream()).toList();
    }

    Optional<Found> find(String id) {
        return all().stream().filter(found -> found.run().id().equals(id)).findFirst();
    }

    boolean anyRuns() {
        return workspace.runs().stream().anyMatch(run -> TrainingLock.isHeld(run.files()));
    }

    /** A known name, or that of a user's own file or folder. */
    static String dataName(TrainingProgress progress) {
        return progress.data().substring(progress.data().lastIndexOf('/') + 1);
    }

    private static Optional<Found> found(RunEntry run) {
        return TrainingProgress.read(run.files())
                .map(progress -> new Found(run, progress, TrainingLock.isHeld(run.files())));
    }
}
