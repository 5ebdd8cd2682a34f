package dev.mote.model.file;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files and folders that are either as before or complete: content goes to a temporary file beside the target, which is then moved. */
public final class SafeFile {
    private SafeFile() {}

    /** @throws BadInputException if the file cannot be written; the old content is then still there */
    public static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteQuietly(temporary);
            throw new BadInputException(
                    file + ": cannot be written (" + reason(e) + "); choose a folder that is writable and has space",
                    e);
        }
    }

    /** As UTF-8. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes sure before long work that its results can be written.
     *
     * @throws BadInputException if {@code folder} is no folder, cannot be created or is not writable
     */
    public static void requireWritableFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".mote", ".tmp"));
        } catch (IOException e) {
            throw new BadInputException(
                    folder + ": cannot be written to (" + reason(e)
                            + "); choose a folder that is writable and has space",
                    e);
        }
    }

    /** Why a file operation failed, in a few words. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> "a file of that name is in the way";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        };
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The failure that led here is what the user is told; a leftover temporary file is not worth hiding it.
        }
    }
}
