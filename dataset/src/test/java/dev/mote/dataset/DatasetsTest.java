package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTest {
    private static final Shape PAIR = Shape.of(2);
    private static final int[] NO_GROUPS = {};

    @TempDir
    Path root;

    @Test
    void prefersOptionToVariableToHome() {
        Path home = Path.of("home");
        Map<String, String> variable = Map.of("MOTE_DATA", "from-variable");
        Path option = Path.of("from-option");
        assertEquals(
                option,
                DataDirectory.resolve(Optional.of(option), variable, home).root());
        assertEquals(
                Path.of("from-variable"),
                DataDirectory.resolve(Optional.empty(), variable, home).root());
        for (Map<String, String> none : List.of(Map.<String, String>of(), Map.of("MOTE_DATA", " "))) {
            DataDirectory directory = DataDirectory.resolve(Optional.empty(), none, home);
            assertEquals(Path.of("home", ".mote", "data", "mnist"), directory.folder("mnist"));
        }
    }

    @Test
    void rejectsUnknownNameWithTheKnownOnes() {
        String known = "known are mnist, fashion-mnist, uci-har, ";
        DataDirectory directory = new DataDirectory(root);
        assertRefused(() -> Datasets.load("mnits", directory, 0), "\"mnits\"", known, "your own");
        assertRefused(() -> Datasets.load("", directory, 0), known);
        assertRefused(() -> Datasets.load("a\0b", directory, 0), known);
        assertRefused(() -> Datasets.get("mnits", directory, line -> {}), "\"mnits\"", known);
    }

    @Test
    void tellsWhichFilesAreMissing() throws IOException {
        DataDirectory directory = new DataDirectory(root);
        assertRefused(
                () -> Datasets.load("mnist", directory, 0),
                "mnist: the folder is missing",
                root.resolve("mnist").toString(),
                "mote data get mnist",
                "--data-dir",
                "MOTE_DATA");
        Files.createDirectory(root.resolve("mnist"));
        Files.createFile(root.resolve("mnist").resolve("train-images-idx3-ubyte"));
        assertRefused(
                () -> Datasets.load("mnist", directory, 0),
                "train-labels-idx1-ubyte.gz, t10k-images-idx3-ubyte.gz, t10k-labels-idx1-ubyte.gz is missing");
    }

    @Test
    void tellsHowToReplaceDamagedFiles() throws IOException {
        Path folder = Files.createDirectory(root.resolve("mnist"));
        for (String name : List.of("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")) {
            Files.write(folder.resolve(name + "-ubyte.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        }
        assertRefused(
                () -> Datasets.load("mnist", new DataDirectory(root), 0),
                folder.resolve("train-images-idx3-ubyte.gz") + ": is truncated",
                "fetch it again with: mote data get mnist");
    }

    @Test
    void listsWhatIsFoundAndWhatIsNot() throws IOException {
        Files.createDirectory(root.resolve("uci-har"));
        Files.createFile(root.resolve("uci-har").resolve("human+activity+recognition+using+smartphones.zip"));
        List<DatasetStatus> list = Datasets.list(new DataDirectory(root));
        assertEquals(Datasets.names(), list.stream().map(DatasetStatus::name).toList());
        assertFalse(list.get(0).found());
        assertEquals(4, list.get(0).missing().size());
        assertEquals(Optional.of(root.resolve("mnist")), list.get(0).folder());
        assertTrue(list.get(2).found());
        assertTrue(list.getLast().found() && list.getLast().synthetic());
    }

    @Test
    void generatesSyntheticDatasetsWithoutAnyFolder() {
        Dataset digits = Datasets.load("synthetic-digits", new DataDirectory(root.resolve("none")), 5);
        assertEquals(6000, digits.train().count());
        assertEquals(1500, digits.test().count());
    }

    @Test
    void subsetsKeepOrderAndRepeat() {
        Samples samples = Samples.of(PAIR, new float[] {1, 2, 3, 4, 5, 6}, new int[] {0, 1, 2}, new int[] {7, 8, 9});
        Samples subset = samples.subset(new int[] {2, 0, 2}).subset(new int[] {1, 2});
        assertArrayEquals(new float[] {1, 2}, subset.values(0));
        assertArrayEquals(new float[] {5, 6}, subset.values(1));
        assertArrayEquals(new int[] {0, 2}, subset.labels());
        assertArrayEquals(new int[] {7, 9}, subset.groups());
        assertEquals(2, samples.first(2).count());
        assertEquals(3, samples.first(9).count());
    }

    @Test
    void samplesCannotBeChangedThroughCopies() {
        Samples samples = Samples.of(PAIR, new float[] {1, 2}, new int[] {0}, NO_GROUPS);
        samples.values(0)[0] = 9;
        samples.labels()[0] = 9;
        samples.groups()[0] = 9;
        assertArrayEquals(new float[] {1, 2}, samples.values(0));
        assertEquals(0, samples.label(0));
        assertEquals(Samples.NO_GROUP, samples.group(0));
    }

    @Test
    void rejectsSamplesWhoseSizesDoNotAgree() {
        assertThrows(IllegalArgumentException.class, () -> Samples.of(PAIR, new float[3], new int[1], NO_GROUPS));
        assertThrows(IllegalArgumentException.class, () -> Samples.of(PAIR, new float[2], new int[1], new int[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> Samples.of(PAIR, new float[] {0, Float.NaN}, new int[1], NO_GROUPS));
    }

    @Test
    void rejectsDatasetsWhosePartsDoNotFit() {
        assertRefused(
                () -> dataset(new int[] {0, 2}, List.of("a", "b")), "own", "train sample 1 has label 2", "0 to 1");
        assertRefused(() -> dataset(new int[] {0, -1}, List.of("a", "b")), "label -1");
        assertRefused(() -> dataset(new int[] {0, 0}, List.of("a")), "one class only");
        assertRefused(() -> dataset(new int[] {}, List.of("a", "b")), "train split has no samples");
        assertRefused(() -> dataset(new int[] {0, 1}, List.of("a", "b")).split("validation"), "validation");
    }

    private static Dataset dataset(int[] labels, List<String> names) {
        Samples samples = Samples.of(PAIR, new float[2 * labels.length], labels, NO_GROUPS);
        return new Dataset("own", false, PAIR, names, "g", List.of("x", "y"), 50, samples, samples);
    }
}
