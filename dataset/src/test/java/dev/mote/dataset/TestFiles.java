package dev.mote.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Small files for tests, and the way to the real ones. */
final class TestFiles {
    private TestFiles() {}

    /** Skips the test, with a message, where the real data set is not there. */
    static DataDirectory realData(String dataset) {
        Optional<Path> root =
                Optional.ofNullable(System.getenv(DataDirectory.VARIABLE)).map(Path::of);
        Assumptions.assumeTrue(
                root.isPresent() && Files.isDirectory(root.get().resolve(dataset)),
                "skipped: no folder " + dataset + " in $" + DataDirectory.VARIABLE);
        return new DataDirectory(root.get());
    }

    /** An IDX file of unsigned bytes, plain. */
    static byte[] idx(int[] sizes, byte[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + values.length);
        buffer.putInt(0x0800 | sizes.length);
        for (int size : sizes) {
            buffer.putInt(size);
        }
        return buffer.put(values).array();
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** SHA-256 over labels, groups and values of all samples, as big-endian 32-bit words. */
    static String fingerprint(Samples samples) {
        int elements = samples.shape().elements();
        ByteBuffer words = ByteBuffer.allocate(samples.count() * (8 + 4 * elements));
        for (int i = 0; i < samples.count(); i++) {
            words.putInt(samples.label(i)).putInt(samples.group(i));
            for (float value : samples.values(i)) {
                words.putFloat(value);
            }
        }
        return Checksum.of(words.array());
    }
}
