package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    private static final ImageOptions TINY = new ImageOptions(2, 2, 1);

    @TempDir
    Path folder;

    private Dataset load(ImageOptions options) {
        return Datasets.load(folder.toString(), new DataDirectory(folder), 1, DataOptions.ofImages(options));
    }

    private static void write(Path file, int type, int width, int height, int... argb) throws IOException {
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < argb.length; i++) {
            if (type == BufferedImage.TYPE_BYTE_GRAY) {
                image.getRaster().setSample(i % width, i / width, 0, argb[i]);
            } else {
                image.setRGB(i % width, i / width, argb[i]);
            }
        }
        String name = file.getFileName().toString();
        ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    }

    private void fillClasses(Path in, int each) throws IOException {
        for (String label : List.of("cat", "dog")) {
            for (int i = 0; i < each; i++) {
                write(in.resolve(label).resolve(i + ".png"), BufferedImage.TYPE_BYTE_GRAY, 2, 2, i, 50, 100, 200);
            }
        }
    }

    @Test
    void splitsEachClassOneInFiveBySeed() throws IOException {
        fillClasses(folder, 10);
        Dataset own = load(TINY);
        assertEquals(List.of("cat", "dog"), own.labels());
        assertArrayEquals(new int[] {8, 8}, own.train().countsPerClass(2));
        assertArrayEquals(new int[] {2, 2}, own.test().countsPerClass(2));
        assertEquals(TestFiles.fingerprint(load(TINY).test()), TestFiles.fingerprint(own.test()));
    }

    @Test
    void keepsTrainAndTestFolders() throws IOException {
        fillClasses(folder.resolve("train"), 3);
        fillClasses(folder.resolve("test"), 1);
        Dataset own = load(TINY);
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1}, own.train().labels());
        assertArrayEquals(new int[] {0, 1}, own.test().labels());
        // Grey levels as stored, neither brightened nor darkened.
        assertArrayEquals(new float[] {2, 50, 100, 200}, own.train().values(2));
        fillClasses(folder.resolve("test").resolve("extra"), 1);
        assertRefused(() -> load(TINY), "test", "[cat, dog, extra]", "[cat, dog]");
    }

    @Test
    void averagesAreasWhenResizing() throws IOException {
        Path file = folder.resolve("big.png");
        write(file, BufferedImage.TYPE_BYTE_GRAY, 3, 1, 0, 90, 255);
        // Pixel 0 covers columns 0 to 1.5: (0 + 0.5 * 90) / 1.5 = 30; pixel 1: (0.5 * 90 + 255) / 1.5 = 200.
        assertArrayEquals(new byte[] {30, (byte) 200}, PixelReader.read(file, new ImageOptions(1, 2, 1)));
        assertArrayEquals(new byte[] {0, 0, 90, 90, -1, -1}, PixelReader.read(file, new ImageOptions(1, 6, 1)));
    }

    @Test
    void readsColourGreyAndTransparency() throws IOException {
        Path file = folder.resolve("colour.png");
        write(file, BufferedImage.TYPE_INT_ARGB, 3, 1, 0xff0a141e, 0x00ffffff, 0xffffffff);
        assertArrayEquals(
                new byte[] {10, 20, 30, 0, 0, 0, -1, -1, -1}, PixelReader.read(file, new ImageOptions(1, 3, 3)));
        // 0.299 * 10 + 0.587 * 20 + 0.114 * 30 = 18.15
        assertArrayEquals(new byte[] {18, 0, -1}, PixelReader.read(file, new ImageOptions(1, 3, 1)));
    }

    @Test
    void readsJpeg() throws IOException {
        Path file = folder.resolve("flat.jpg");
        int[] pixels = new int[64];
        Arrays.fill(pixels, 0xff808080);
        write(file, BufferedImage.TYPE_INT_RGB, 8, 8, pixels);
        byte[] read = PixelReader.read(file, new ImageOptions(1, 1, 3));
        for (byte channel : read) {
            assertEquals(128, Byte.toUnsignedInt(channel), 2);
        }
    }

    @Test
    void rejectsFilesThatAreNoPictures() throws IOException {
        fillClasses(folder, 2);
        Path bad = folder.resolve("cat").resolve("bad.png");
        Files.writeString(bad, "not a picture");
        assertRefused(() -> load(TINY), bad.toString(), "no PNG or JPEG");
        byte[] good = Files.readAllBytes(folder.resolve("cat").resolve("0.png"));
        Files.write(bad, Arrays.copyOf(good, good.length / 2));
        assertRefused(() -> load(TINY), bad.toString(), "cannot be decoded");
    }

    @Test
    void rejectsFoldersWithoutClassesOrPictures() throws IOException {
        assertRefused(() -> load(TINY), folder.toString(), "has 0 folders", "one for each class");
        fillClasses(folder, 2);
        Files.createDirectory(folder.resolve("empty"));
        assertRefused(() -> load(TINY), folder.resolve("empty").toString(), "no PNG or JPEG file");
    }

    @Test
    void rejectsClassWithOnePicture() throws IOException {
        fillClasses(folder, 2);
        write(folder.resolve("one").resolve("0.png"), BufferedImage.TYPE_BYTE_GRAY, 1, 1, 3);
        assertRefused(() -> load(TINY), "\"one\"", "training");
    }

    @Test
    void rejectsImpossibleSizes() {
        assertRefused(() -> new ImageOptions(0, 28, 1), "0x28");
        assertRefused(() -> new ImageOptions(28, 28, 2), "2 image channels");
        assertRefused(() -> new WindowOptions(0, 1), "window length 0");
    }
}
