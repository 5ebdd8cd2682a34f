package dev.mote.app.studio.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mote.app.pipeline.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

/**
 * A training that has not ended well, at least not yet.
 *
 * @param state {@code training}, {@code finishing}, {@code failed} or {@code interrupted}
 * @param epochsPlanned 0 if nobody told; {@code epochsDone} likewise
 */
public record TrainingState(String state, int epochsDone, int epochsPlanned) {
    /** A training tells more often than that, unless it has died. */
    private static final long SILENT_MILLIS = 120_000;

    private static final long LARGEST_BYTES = 4 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    /** Nothing of a run that is done. */
    static Optional<TrainingState> of(RunFolder run, boolean hasModels, long nowMillis) {
        if (Files.isRegularFile(run.progress())) {
            return told(run, nowMillis);
        }
        return Files.isRegularFile(run.checkpoint()) && !hasModels
                ? Optional.of(new TrainingState("interrupted", 0, 0))
                : Optional.empty();
    }

    private static Optional<TrainingState> told(RunFolder run, long nowMillis) {
        try {
            if (Files.size(run.progress()) > LARGEST_BYTES) {
                return Optional.empty();
            }
            JsonNode progress = JSON.readTree(Files.readString(run.progress()));
            String phase = progress.path("phase").asText("").toLowerCase(Locale.ROOT);
            boolean silent = nowMillis - progress.path("updated_millis").asLong() > SILENT_MILLIS;
            String state = phase.equals("failed") ? phase : silent ? "interrupted" : phase;
            return Optional.of(new TrainingState(
                    state,
                    progress.path("epochs_done").asInt(),
                    progress.path("epochs_planned").asInt()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
