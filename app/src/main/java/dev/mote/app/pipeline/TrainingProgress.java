package dev.mote.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a training tells in {@code progress.json} while it runs, and what is left there when it is interrupted.
 *
 * @param phase what it does
 * @param recipe its name
 * @param recipeYaml the recipe, every default written out; with it and {@code data} the training can go on
 * @param data known name, or absolute path
 * @param resumable whether it leaves checkpoints
 * @param int8 whether it goes on to an int8 model and a report
 * @param epochsPlanned early stopping may end it before
 * @param epochsDone whole ones
 * @param step of the epoch that is under way, counted from 1; 0 before the first
 * @param loss over the samples of that epoch until now; empty before the first step
 * @param curve of the epochs that are done
 * @param startedMillis since 1970, as {@code updatedMillis}
 * @param error why it failed, in one line
 */
public record TrainingProgress(
        Phase phase,
        String recipe,
        String recipeYaml,
        String data,
        boolean resumable,
        boolean int8,
        int epochsPlanned,
        int epochsDone,
        int step,
        int stepsPerEpoch,
        OptionalDouble loss,
        OptionalDouble accuracy,
        EpochCurve curve,
        long startedMillis,
        long updatedMillis,
        Optional<String> error) {
    /** What a training does; after the last there is no such file any more. */
    public enum Phase {
        /** Its epochs run. */
        TRAINING,
        /** Measures, quantizes, writes. */
        FINISHING,
        /** Is over, without a result. */
        FAILED
    }

    private static final long LARGEST = 4 << 20;
    private static final int LATEST_EPOCHS = 5;

    /** What the folder's file says; nothing if there is none, or it is of something else. */
    public static Optional<TrainingProgress> read(RunFolder run) {
        Path file = run.progress();
        try {
            return Files.size(file) > LARGEST
                    ? Optional.empty()
                    : Json.read(Files.readString(file), TrainingProgress.class).filter(TrainingProgress::isWhole);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** An estimate from the latest epochs, until the last planned one; nothing before the first is over. */
    public OptionalDouble secondsLeft() {
        List<EpochPoint> points = curve.epochs();
        double each = points.subList(Math.max(0, points.size() - LATEST_EPOCHS), points.size()).stream()
                .mapToDouble(EpochPoint::seconds)
                .average()
                .orElse(Double.NaN);
        double share = stepsPerEpoch > 0 ? (double) step / stepsPerEpoch : 0;
        return EpochPoint.finite(OptionalDouble.of(each * Math.max(0, epochsPlanned - epochsDone - share)));
    }

    private boolean isWhole() {
        return phase != null && recipe != null && recipeYaml != null && data != null && curve != null;
    }
}
