package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The zip of UCI HAR: the original one, or the publisher's later download, which holds the original zip inside another. */
final class UciHarArchive implements AutoCloseable {
    static final String ORIGINAL_NAME = "UCI HAR Dataset.zip";
    private static final String FOLDER = "UCI HAR Dataset/";
    /** The largest text is 15 MB, the original zip 61 MB; more than this is no UCI HAR. */
    private static final int MAX_ENTRY_BYTES = 128 << 20;

    private final Path file;
    private final ZipFile zip;

    private UciHarArchive(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static UciHarArchive open(Path file) {
        try {
            ZipFile outer = ZipFile.builder().setPath(file).get();
            ZipArchiveEntry inner = outer.getEntry(ORIGINAL_NAME);
            if (inner == null) {
                return new UciHarArchive(file, outer);
            }
            try (outer) {
                byte[] bytes = read(file, outer, inner);
                ZipFile zip = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                        .get();
                return new UciHarArchive(file, zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInputException(
                    file + ": is no complete zip (" + e.getMessage() + "): truncated or damaged", e);
        }
    }

    /** @param name path below the folder of the data set */
    byte[] read(String name) {
        ZipArchiveEntry entry = zip.getEntry(FOLDER + name);
        if (entry == null) {
            entry = zip.getEntry(name);
        }
        if (entry == null) {
            throw new BadInputException(
                    file + ": has no \"" + FOLDER + name + "\"; expected the original zip of UCI HAR");
        }
        try {
            return read(file, zip, entry);
        } catch (IOException e) {
            throw new BadInputException(where(name) + ": cannot be unpacked (" + e.getMessage() + "): damaged", e);
        }
    }

    /** As {@code folder/UCI HAR Dataset.zip!train/y_train.txt}, for messages. */
    String where(String name) {
        return file + "!" + name;
    }

    private static byte[] read(Path file, ZipFile zip, ZipArchiveEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(MAX_ENTRY_BYTES + 1);
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (bytes.length > MAX_ENTRY_BYTES || bytes.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
            throw new BadInputException(file + "!" + entry.getName() + ": unpacks to " + bytes.length
                    + " bytes that do not match the zip's own size and checksum: damaged");
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be closed (" + e.getMessage() + ")", e);
        }
    }
}
