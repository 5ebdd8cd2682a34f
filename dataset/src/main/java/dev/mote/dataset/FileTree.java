package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The files of one folder, or of the folder in a zip that has a certain file. */
sealed interface FileTree extends AutoCloseable {

    /** @param marker a file of the folder that is meant, wherever it is in a zip */
    static FileTree open(Path path, String marker) throws IOException {
        if (Files.isDirectory(path)) {
            return new Folder(path);
        }
        ZipFile zip = ZipFile.builder().setPath(path).get();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            if (name.equals(marker) || name.endsWith("/" + marker)) {
                return new Zip(path, zip, name.substring(0, name.length() - marker.length()));
            }
        }
        zip.close();
        throw new BadInputException(path + ": has no " + marker + "; expected a zip of samples with that list");
    }

    /** The first {@code limit} bytes of a file, all of them if there are fewer. */
    byte[] read(String name, int limit) throws IOException;

    @Override
    void close() throws IOException;

    record Folder(Path path) implements FileTree {
        @Override
        public byte[] read(String name, int limit) throws IOException {
            Path file = path.resolve(name).normalize();
            if (!file.startsWith(path.normalize()) || !Files.isRegularFile(file)) {
                throw new BadInputException(path + ": has no file " + name);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(limit);
            }
        }

        @Override
        public void close() {}
    }

    record Zip(Path path, ZipFile zip, String prefix) implements FileTree {
        @Override
        public byte[] read(String name, int limit) throws IOException {
            ZipArchiveEntry entry = zip.getEntry(prefix + name);
            if (entry == null) {
                throw new BadInputException(path + ": has no file " + prefix + name);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readNBytes(limit);
            }
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
