package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.tensorflow.proto.Event;

/**
 * A file of TensorBoard: events, each in a frame of TensorFlow's record format. Frames are appended, because TensorBoard reads the file
 * while it grows. Source: tensorflow/core/lib/io/record_writer.h.
 */
final class EventFile {
    private static final String VERSION = "brain.Event:2";

    /** Length and its checksum before the content, and a checksum behind it. */
    private static final int HEAD = 12;

    private static final int TAIL = 4;

    private final Path file;

    private EventFile(Path file) {
        this.file = file;
    }

    /** An empty one, or what an earlier run left of the steps before {@code firstStep}. */
    static EventFile open(Path file, long firstStep) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] kept =
                    firstStep > 1 && Files.exists(file) ? before(Files.readAllBytes(file), firstStep) : new byte[0];
            SafeFile.write(
                    file,
                    kept.length > 0
                            ? kept
                            : frame(Event.newBuilder().setFileVersion(VERSION).build()));
            return new EventFile(file);
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    /** Whole frames of earlier steps; a kill may have torn the last one. */
    private static byte[] before(byte[] all, long firstStep) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at + HEAD <= all.length) {
            long length = bytes.getLong(at);
            if (length < 0 || length > all.length - at - HEAD - TAIL) {
                break;
            }
            ByteBuffer content = ByteBuffer.wrap(all, at + HEAD, (int) length);
            int size = HEAD + (int) length + TAIL;
            if (Event.parseFrom(content).getStep() < firstStep) {
                kept.write(all, at, size);
            }
            at += size;
        }
        return kept.toByteArray();
    }

    void append(Event event) {
        try {
            Files.write(file, frame(event), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw cannotBeWritten(file, e);
        }
    }

    private static byte[] frame(Event event) {
        byte[] content = event.toByteArray();
        ByteBuffer frame = ByteBuffer.allocate(HEAD + content.length + TAIL).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(content.length);
        frame.putInt(masked(frame.array(), 0, Long.BYTES));
        frame.put(content);
        frame.putInt(masked(frame.array(), HEAD, content.length));
        return frame.array();
    }

    /** Turned by 15 bits and moved, so that the checksum of data that holds checksums is a good one too. */
    private static int masked(byte[] bytes, int offset, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, offset, length);
        return Integer.rotateRight((int) checksum.getValue(), 15) + 0xA282EAD8;
    }

    private static BadInputException cannotBeWritten(Path file, IOException e) {
        return new BadInputException(file + ": cannot be written: " + SafeFile.reason(e), e);
    }
}
