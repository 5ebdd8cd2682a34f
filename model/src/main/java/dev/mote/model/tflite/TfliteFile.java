package dev.mote.model.tflite;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code .tflite} files on disk. */
public final class TfliteFile {
    /** Far above any model for a microcontroller, far below what would not fit into memory. */
    private static final long LARGEST_BYTES = 128 << 20;

    private TfliteFile() {}

    /** A graph that breaks no rule.
     *  @throws BadInputException if the file cannot be read, or with one line for each thing that is wrong with the model */
    public static Graph read(Path file) {
        return open(file).requireValid();
    }

    /** A graph with all findings, for looking at models that Mote cannot run.
     *  @throws BadInputException if the file cannot be read or is damaged */
    public static TfliteReading open(Path file) {
        return TfliteReader.read(file.toString(), content(file));
    }

    /** Writes {@code graph} so that {@code file} is either as before or complete.
     *  @throws BadInputException if the file cannot be written */
    public static void write(Path file, Graph graph) {
        byte[] content = TfliteWriter.write(graph);
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            delete(temporary);
            throw new BadInputException(
                    file + ": cannot be written (" + reason(e) + "); choose a folder that exists and is writable", e);
        }
    }

    private static byte[] content(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new BadInputException(file + ": is a folder, expected a .tflite file; give the file in it");
            }
            long bytes = Files.size(file);
            if (bytes > LARGEST_BYTES) {
                throw new BadInputException(file + ": has " + bytes + " bytes, the largest model that Mote reads has "
                        + LARGEST_BYTES + "; give a smaller model");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + reason(e) + "); check name and permissions", e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "no such file or folder";
            case AccessDeniedException denied -> "permission denied";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static void delete(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The failure that led here is what the user is told; a leftover temporary file is not worth hiding it.
        }
    }
}
