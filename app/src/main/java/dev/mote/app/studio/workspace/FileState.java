package dev.mote.app.studio.workspace;

import dev.mote.app.studio.UnknownIdException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** A file as it was when it was read: what is kept of it is stale once this has changed. */
public record FileState(Path file, long bytes, FileTime changed) {
    /** @throws UnknownIdException if it is gone */
    public static FileState of(Path file) {
        try {
            return new FileState(file, Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UnknownIdException("model");
        }
    }
}
