package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.model.file.SafeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;

/** {@link Checkpoint} to a file and back. The file begins with a magic number and ends with the SHA-256 of all bytes before it. */
final class CheckpointFile {
    static final byte[] MAGIC = "MOTECKP1".getBytes(StandardCharsets.US_ASCII);

    private CheckpointFile() {}

    static void write(Path file, Checkpoint checkpoint) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(MAGIC);
            DataOutputStream out = new DataOutputStream(bytes);
            new CheckpointWriter(out).write(checkpoint);
            out.flush();
            bytes.write(Sha256.of().digest(bytes.toByteArray()));
            SafeFile.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail", e);
        }
    }

    /** @throws BadInputException if there is no file, or it is no whole checkpoint */
    static Checkpoint read(Path file) {
        byte[] all = bytes(file);
        if (all.length < MAGIC.length || !Arrays.equals(all, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new BadInputException(file + ": no checkpoint of Mote; leave out --resume to train anew");
        }
        MessageDigest digest = Sha256.of();
        int content = all.length - digest.getDigestLength();
        byte[] found = Arrays.copyOfRange(all, Math.max(content, 0), all.length);
        digest.update(all, 0, Math.max(content, 0));
        if (!Arrays.equals(digest.digest(), found)) {
            throw damaged(file);
        }
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(all, MAGIC.length, content - MAGIC.length))) {
            return new CheckpointReader(in).read();
        } catch (IOException e) {
            throw damaged(file);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BadInputException(file + ": no such file, nothing to go on from; leave out --resume", e);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read: " + SafeFile.reason(e), e);
        }
    }

    private static BadInputException damaged(Path file) {
        return new BadInputException(
                file + ": damaged, its checksum is not that of its bytes; leave out --resume to train anew");
    }
}
