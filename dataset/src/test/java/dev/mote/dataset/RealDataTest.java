package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts are the publishers' own; first labels and values were read from the files with other tools. */
class RealDataTest {
    @Test
    void readsMnist() {
        Dataset mnist = Datasets.load("mnist", TestFiles.realData("mnist"), 0);
        assertEquals("28x28x1", mnist.sampleShape().toString());
        assertArrayEquals(
                new int[] {5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949},
                mnist.train().countsPerClass(10));
        assertArrayEquals(
                new int[] {980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009},
                mnist.test().countsPerClass(10));
        assertArrayEquals(new int[] {5, 0, 4, 1, 9}, mnist.train().first(5).labels());
        assertArrayEquals(new int[] {7, 2, 1, 0, 4}, mnist.test().first(5).labels());
        // Row 5, columns 12 to 17 of the first training image.
        assertArrayEquals(
                new float[] {3, 18, 18, 18, 126, 136},
                Arrays.copyOfRange(mnist.train().values(0), 5 * 28 + 12, 5 * 28 + 18));
    }

    @Test
    void readsFashionMnist() {
        Dataset fashion = Datasets.load("fashion-mnist", TestFiles.realData("fashion-mnist"), 0);
        int[] train = new int[10];
        int[] test = new int[10];
        Arrays.fill(train, 6000);
        Arrays.fill(test, 1000);
        assertArrayEquals(train, fashion.train().countsPerClass(10));
        assertArrayEquals(test, fashion.test().countsPerClass(10));
        assertEquals("Ankle boot", fashion.labels().get(fashion.train().label(0)));
    }

    @Test
    void readsUciHar() {
        Dataset har = Datasets.load("uci-har", TestFiles.realData("uci-har"), 0);
        assertEquals("128x9", har.sampleShape().toString());
        assertArrayEquals(
                new int[] {1226, 1073, 986, 1286, 1374, 1407}, har.train().countsPerClass(6));
        assertArrayEquals(new int[] {496, 471, 420, 491, 532, 537}, har.test().countsPerClass(6));
        assertEquals(21, Arrays.stream(har.train().groups()).distinct().count());
        assertArrayEquals(
                new int[] {2, 4, 9, 10, 12, 13, 18, 20, 24},
                Arrays.stream(har.test().groups()).distinct().sorted().toArray());
        assertEquals(1.0128170f, har.train().values(0)[0]);
        assertEquals(1.0412160f, har.test().values(0)[0]);
    }

    @Test
    void rejectsFilesOfAnotherDataset(@TempDir Path root) throws IOException {
        DataDirectory real = TestFiles.realData("fashion-mnist");
        Path folder = Files.createDirectory(root.resolve("mnist"));
        for (Path file : OwnDataset.list(real.folder("fashion-mnist"))) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        assertRefused(
                () -> Datasets.load("mnist", new DataDirectory(root), 0),
                "train-images-idx3-ubyte.gz",
                "SHA-256",
                "mote data get mnist");
    }

    @Test
    void keepsRealFilesWithoutFetching() {
        DataDirectory real = TestFiles.realData("mnist");
        List<String> lines = new ArrayList<>();
        List<Path> files = Datasets.get("mnist", real, lines::add);
        assertEquals(4, files.size());
        assertTrue(
                IntStream.range(0, 4).allMatch(i -> lines.get(i).equals(files.get(i) + ": there already, and right")));
    }

    @Test
    void listsRealDatasetsAsFound() {
        DataDirectory real = TestFiles.realData("uci-har");
        DatasetStatus status = Datasets.list(real).stream()
                .filter(each -> each.name().equals("uci-har"))
                .findFirst()
                .orElseThrow();
        assertTrue(status.found());
        assertEquals(List.of(), status.missing());
    }
}
