package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReaderTest {
    private static final byte[] IMAGES = TestFiles.idx(new int[] {2, 1, 3}, new byte[] {0, 1, 2, 3, (byte) 200, -1});
    private static final byte[] LABELS = TestFiles.idx(new int[] {2}, new byte[] {1, 0});

    @TempDir
    Path folder;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static IdxReader.Contents read(Path file) {
        return IdxReader.read(file, 3, Checksum.of(IMAGES));
    }

    @Test
    void readsPlainAndCompressedFiles() throws IOException {
        for (byte[] bytes : List.of(IMAGES, TestFiles.gzip(IMAGES))) {
            IdxReader.Contents contents = read(write("images", bytes));
            assertArrayEquals(new int[] {2, 1, 3}, contents.sizes());
            assertArrayEquals(new byte[] {0, 1, 2, 3, (byte) 200, -1}, contents.values());
        }
    }

    @Test
    void buildsDatasetOfUnsignedGreyLevels() throws IOException {
        Path images = write("images", IMAGES);
        Path labels = write("labels", LABELS);
        String imageSum = Checksum.of(IMAGES);
        String labelSum = Checksum.of(LABELS);
        Dataset dataset = IdxDataset.read(
                "tiny",
                new IdxDataset.Files(images, labels, images, labels),
                List.of(imageSum, labelSum, imageSum, labelSum),
                List.of("a", "b"));
        assertEquals("1x3x1", dataset.sampleShape().toString());
        assertArrayEquals(new float[] {3, 200, 255}, dataset.train().values(1));
        assertArrayEquals(new int[] {1, 0}, dataset.test().labels());
        assertEquals(Samples.NO_GROUP, dataset.test().group(0));
    }

    @Test
    void rejectsWrongMagic() throws IOException {
        byte[] bytes = IMAGES.clone();
        bytes[2] = 0x0d;
        assertRefused(() -> read(write("floats", bytes)), "floats", "0x00000d03", "0x00000803");
        assertRefused(() -> read(write("labels", LABELS)), "0x00000801", "0x00000803");
    }

    @Test
    void rejectsTruncatedFilesAtEveryLength() throws IOException {
        for (int length = 0; length < IMAGES.length; length++) {
            byte[] cut = Arrays.copyOf(IMAGES, length);
            assertRefused(() -> read(write("cut", cut)), "cut", "truncated");
        }
    }

    @Test
    void rejectsTruncatedAndDamagedCompression() throws IOException {
        byte[] gzip = TestFiles.gzip(IMAGES);
        assertRefused(() -> read(write("cut.gz", Arrays.copyOf(gzip, gzip.length - 9))), "cut.gz", "truncated");
        byte[] damaged = gzip.clone();
        damaged[gzip.length - 6] ^= 1;
        assertRefused(() -> read(write("bad.gz", damaged)), "bad.gz", "damaged");
    }

    @Test
    void rejectsMoreBytesThanPromised() throws IOException {
        byte[] longer = Arrays.copyOf(IMAGES, IMAGES.length + 1);
        assertRefused(() -> read(write("longer", longer)), "more bytes than the 6 values");
    }

    @Test
    void rejectsHostileSizesWithoutAllocatingThem() throws IOException {
        int huge = Integer.MAX_VALUE;
        assertRefused(
                () -> read(write("huge", TestFiles.idx(new int[] {huge, huge, huge}, new byte[9]))), "2147483647");
        assertRefused(() -> read(write("negative", TestFiles.idx(new int[] {-1, 2, 3}, new byte[9]))), "4294967295");
        assertRefused(() -> read(write("zero", TestFiles.idx(new int[] {2, 0, 3}, new byte[9]))), "size 0 of axis 1");
    }

    @Test
    void rejectsOtherContents() throws IOException {
        byte[] other = IMAGES.clone();
        other[other.length - 1] = 7;
        assertRefused(() -> read(write("other", other)), "other", "SHA-256", Checksum.of(other), Checksum.of(IMAGES));
    }

    @Test
    void rejectsLabelsThatDoNotFit() throws IOException {
        byte[] three = TestFiles.idx(new int[] {3}, new byte[] {1, 0, 1});
        assertRefused(() -> dataset(write("three", three), three), "3 labels", "2 images");
        byte[] unknown = TestFiles.idx(new int[] {2}, new byte[] {1, 9});
        assertRefused(() -> dataset(write("unknown", unknown), unknown), "label 1 is 9", "0 to 1");
    }

    private Dataset dataset(Path labels, byte[] labelBytes) throws IOException {
        Path images = write("images", IMAGES);
        String imageSum = Checksum.of(IMAGES);
        String labelSum = Checksum.of(labelBytes);
        return IdxDataset.read(
                "tiny",
                new IdxDataset.Files(images, labels, images, labels),
                List.of(imageSum, labelSum, imageSum, labelSum),
                List.of("a", "b"));
    }
}
