package dev.mote.app.studio.runs;

import dev.mote.app.pipeline.RunFolder;
import dev.mote.app.pipeline.TrainingLock;
import dev.mote.app.pipeline.TrainingProgress;
import java.nio.file.Files;
import java.util.Optional;

/**
 * A training that has not ended well, at least not yet.
 *
 * @param state {@code training}, {@code finishing}, {@code failed} or {@code interrupted}
 * @param epochsPlanned 0 if nobody told; {@code epochsDone} likewise
 */
public record TrainingStage(String state, int epochsDone, int epochsPlanned) {
    private static final String INTERRUPTED = "interrupted";

    /** Nothing of a run that is done. */
    static Optional<TrainingStage> of(RunFolder run, boolean hasModels) {
        Optional<TrainingStage> told = TrainingProgress.read(run)
                .map(progress -> new TrainingStage(
                        state(run, progress.phase()), progress.epochsDone(), progress.epochsPlanned()));
        boolean isLeft = Files.isRegularFile(run.checkpoint()) && !hasModels;
        return told.or(() -> isLeft ? Optional.of(new TrainingStage(INTERRUPTED, 0, 0)) : Optional.empty());
    }

    private static String state(RunFolder run, TrainingProgress.Phase phase) {
        return switch (phase) {
            case FAILED -> "failed";
            case TRAINING -> TrainingLock.isHeld(run) ? "training" : INTERRUPTED;
            case FINISHING -> TrainingLock.isHeld(run) ? "finishing" : INTERRUPTED;
        };
    }
}
