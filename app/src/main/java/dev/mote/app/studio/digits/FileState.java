package dev.mote.app.studio.digits;

import dev.mote.app.studio.UnknownIdException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** A file as it is at one time: another state has to be read again. */
record FileState(Path file, long bytes, FileTime changed) {
    /** @throws UnknownIdException if it is gone */
    static FileState of(Path file) {
        try {
            return new FileState(file, Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw new UnknownIdException("model");
        }
    }
}
