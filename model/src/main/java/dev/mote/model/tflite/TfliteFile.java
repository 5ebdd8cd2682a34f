package dev.mote.model.tflite;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import dev.mote.model.graph.Graph;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code .tflite} files on disk. */
public final class TfliteFile {
    /** Far above any model for a microcontroller, far below what would not fit into memory. */
    private static final int LARGEST_BYTES = 128 << 20;

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
        SafeFile.write(file, TfliteWriter.write(graph));
    }

    private static byte[] content(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new BadInputException(file + ": is a folder, expected a .tflite file; give the file in it");
            }
            byte[] content = upTo(LARGEST_BYTES + 1, file);
            if (content.length > LARGEST_BYTES) {
                throw new BadInputException(file + ": has more than " + LARGEST_BYTES
                        + " bytes, the largest model that Mote reads; give a smaller model");
            }
            return content;
        } catch (IOException e) {
            throw new BadInputException(
                    file + ": cannot be read (" + SafeFile.reason(e) + "); check name and permissions", e);
        }
    }

    /** Not by its size: that of a pipe or a device is not known. */
    private static byte[] upTo(int bytes, Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(bytes);
        }
    }
}
