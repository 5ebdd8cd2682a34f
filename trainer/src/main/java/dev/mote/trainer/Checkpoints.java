package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a run leaves its state after epochs, so that it can go on after a kill.
 *
 * @param apart least time between two writings, so that short epochs do not wait for the disk
 * @param resume go on from the file that is there
 */
public record Checkpoints(Path file, Duration apart, boolean resume) {
    /** What a user has to wait for again after a kill, at most, besides the epoch that was under way. */
    private static final Duration USUALLY_APART = Duration.ofSeconds(5);

    public Checkpoints(Path file, boolean resume) {
        this(file, USUALLY_APART, resume);
    }

    /** After a run to its end there is nothing to go on with. */
    public void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be removed: " + SafeFile.reason(e), e);
        }
    }
}
