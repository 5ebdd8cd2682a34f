package dev.mote.app.studio;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that only this user can read and write, and that is removed at the end if what is in it is. */
final class TemporaryFolder {
    private TemporaryFolder() {}

    /** @throws BadInputException if there is no place for it */
    static Path create() {
        try {
            Path folder = Files.createTempDirectory("mote-studio-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new BadInputException(
                    System.getProperty("java.io.tmpdir") + ": cannot take temporary files (" + SafeFile.reason(e)
                            + "); free some space, or set TMPDIR to another folder",
                    e);
        }
    }
}
