package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.model.graph.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableDatasetTest {
    private static final String HOUSES = """
            size,rooms,price
            50,2,150
            60,2,170
            80,3,220
            100,4,270
            120,5,330
            """;

    @TempDir
    Path folder;

    private static ColumnOptions columns(List<String> features, List<String> targets, String label) {
        return new ColumnOptions(List.of(), ',', quantities(features), quantities(targets), label, "");
    }

    private static List<Quantity> quantities(List<String> names) {
        return names.stream().map(name -> new Quantity(name, "")).toList();
    }

    private static DataOptions options(ColumnOptions columns, TestSplit test) {
        return new DataOptions(
                false, List.of(), columns, Optional.ofNullable(test), SignalOptions.DEFAULT, Optional.empty());
    }

    private Dataset read(String text, DataOptions options) throws IOException {
        return read(text, options, 1);
    }

    private Dataset read(String text, DataOptions options, long seed) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), text);
        return Datasets.load(file.toString(), new DataDirectory(folder), seed, options);
    }

    @Test
    void predictsNumbersFromTheOtherColumns() throws IOException {
        Dataset houses = read(HOUSES, options(columns(List.of(), List.of("price"), ""), null));
        assertTrue(houses.isRegression());
        assertFalse(houses.testsOnTraining());
        assertEquals(List.of(), houses.labels());
        assertEquals(List.of(new Quantity("price", "")), houses.targets());
        assertEquals(List.of("size", "rooms"), houses.channels());
        assertEquals("2", houses.sampleShape().toString());
        assertEquals(4, houses.train().count());
        assertEquals(1, houses.test().count());
        float size = houses.test().values(0)[0];
        float price = houses.test().targets(0)[0];
        assertTrue(HOUSES.contains("\n" + (int) size + ",") && HOUSES.contains("," + (int) price + "\n"));
        assertEquals(
                List.of(50f, 60f, 80f, 100f, 120f).indexOf(size),
                List.of(150f, 170f, 220f, 270f, 330f).indexOf(price));
    }

    @Test
    void takesFeaturesInTheOrderAndWithTheUnitsThatAreAskedFor() throws IOException {
        List<Quantity> features = List.of(new Quantity("rooms", ""), new Quantity("size", "m2"));
        List<Quantity> targets = List.of(new Quantity("price", "thousand euro"));
        Dataset houses = read(
                HOUSES,
                options(new ColumnOptions(List.of(), ',', features, targets, "", ""), new TestSplit.TrainingSamples()));
        assertTrue(houses.testsOnTraining());
        assertEquals(",m2", houses.unit());
        assertArrayEquals(new float[] {2, 50}, houses.train().values(0));
        Dataset oneFeature = houses.withChannels(List.of("size"));
        assertTrue(oneFeature.testsOnTraining());
        assertEquals("m2", oneFeature.unit());
        assertArrayEquals(
                new float[] {170}, oneFeature.train().subset(new int[] {1}).targets(0));
    }

    @Test
    void splitsEachClassAlikeAndBySeed() throws IOException {
        StringBuilder text = new StringBuilder("x,label\n");
        for (int i = 0; i < 100; i++) {
            text.append(i).append(i < 80 ? ",10\n" : ",9\n");
        }
        Dataset own = read(text.toString(), options(ColumnOptions.DEFAULT, new TestSplit.Share(0.25)));
        assertEquals(List.of("9", "10"), own.labels());
        assertArrayEquals(new int[] {5, 20}, own.test().countsPerClass(2));
        assertArrayEquals(new int[] {15, 60}, own.train().countsPerClass(2));
        Dataset again = read(text.toString(), options(ColumnOptions.DEFAULT, new TestSplit.Share(0.25)));
        assertArrayEquals(own.test().values(3), again.test().values(3));
        Dataset other = read(text.toString(), options(ColumnOptions.DEFAULT, new TestSplit.Share(0.25)), 2);
        assertFalse(Arrays.equals(firstValues(own), firstValues(other)));
    }

    private static float[] firstValues(Dataset dataset) {
        float[] values = new float[dataset.test().count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = dataset.test().values(i)[0];
        }
        return values;
    }

    @Test
    void keepsGroupsApart() throws IOException {
        StringBuilder text = new StringBuilder("x,label,group\n");
        for (int i = 0; i < 50; i++) {
            text.append(i).append(i % 2 == 0 ? ",a,p" : ",b,p").append(i / 10).append('\n');
        }
        Dataset own = read(text.toString(), DataOptions.DEFAULT);
        assertEquals(10, own.test().count());
        int tested = own.test().group(0);
        assertFalse(Arrays.stream(own.train().groups()).anyMatch(group -> group == tested));
        assertEquals(List.of("x"), own.channels());
    }

    @Test
    void takesTheTestFromAnotherFile() throws IOException {
        Files.writeString(folder.resolve("more.csv"), "size,rooms,price\n200,8,500\n");
        Dataset houses =
                read(HOUSES, options(columns(List.of(), List.of("price"), ""), new TestSplit.File("more.csv")));
        assertEquals(5, houses.train().count());
        assertArrayEquals(new float[] {500}, houses.test().targets(0));
    }

    @Test
    void readsTablesWithoutHeaderAndWithOtherSeparators() throws IOException {
        ColumnOptions columns = new ColumnOptions(List.of("a", "b", "and"), ';', List.of(), List.of(), "and", "");
        Dataset gate = read("0;0;0\n0;1;0\n1;0;0\n1;1;1\n", options(columns, new TestSplit.TrainingSamples()));
        assertEquals(List.of("0", "1"), gate.labels());
        assertArrayEquals(new int[] {0, 0, 0, 1}, gate.test().labels());
        assertArrayEquals(new float[] {1, 0}, gate.test().values(2));
    }

    @Test
    void keepsSomeClassesOnly() throws IOException {
        DataOptions options = new DataOptions(
                true,
                List.of("c", "a"),
                ColumnOptions.DEFAULT,
                Optional.of(new TestSplit.TrainingSamples()),
                SignalOptions.DEFAULT,
                Optional.empty());
        Dataset own = read("x,label\n1,a\n2,b\n3,c\n", options);
        assertTrue(own.synthetic() && own.testsOnTraining());
        assertEquals(List.of("c", "a"), own.labels());
        assertArrayEquals(new int[] {1, 0}, own.train().labels());
        assertArrayEquals(new float[] {3}, own.train().values(1));
        assertRefused(() -> own.withClasses(List.of("b", "a")), "no class 'b'", "only: c, a");
    }

    @Test
    void refusesWhatIsNoTable() {
        DataOptions price = options(columns(List.of(), List.of("price"), ""), null);
        assertRefused(() -> read("size,price\n1,two\n", price), "line 2", "price is \"two\"", "number");
        assertRefused(() -> read("size,price\n1,2\n,3\n", price), "line 3", "size is \"\"");
        assertRefused(() -> read("size,price\n1,2,3\n", price), "line 2: 3 columns, expected 2");
        assertRefused(() -> read("size,price\n1,inf\n", price), "line 2", "price");
        assertRefused(() -> read("size,price\n", price), "no rows");
        assertRefused(() -> read("", price), "is empty");
        assertRefused(() -> read("size,cost\n1,2\n", price), "no column 'price'", "only: size, cost");
        assertRefused(() -> read("size,size\n1,2\n", price), "name of its own");
        assertRefused(() -> read("price\n2\n", price), "no column left");
        assertRefused(() -> read("size,cost\n1,2\n", DataOptions.DEFAULT), "no column 'label'", "target: COLUMN");
        assertRefused(() -> read("size,price\n1,2\n", price), "too few", "test: none");
        assertRefused(() -> read("x,label\n1,a\n2,b\n3,b\n", DataOptions.DEFAULT), "label \"a\"", "test: none");
        assertRefused(
                () -> read(HOUSES, DataOptions.ofImages(ImageOptions.DEFAULT)), "key image", "a table takes only");
        assertRefused(() -> columns(List.of("a"), List.of("a"), ""), "one use only");
        assertRefused(() -> columns(List.of(), List.of("a"), "b"), "label for classes");
        assertRefused(() -> new TestSplit.Share(1), "below 1");
    }

    @Test
    void readsBothFilesOfIris() throws IOException {
        String root = System.getenv(DataDirectory.VARIABLE);
        assumeTrue(root != null && Files.isDirectory(Path.of(root, "iris")), "skipped: no folder iris in $MOTE_DATA");
        Dataset fisher = iris(Path.of(root, "iris", "iris.csv"));
        Dataset uci = iris(Path.of(root, "iris", "iris.data"));
        for (Dataset iris : List.of(fisher, uci)) {
            assertEquals(List.of("setosa", "versicolor", "virginica"), iris.labels());
            assertArrayEquals(new int[] {50, 50, 50}, iris.train().countsPerClass(3));
            assertArrayEquals(new float[] {5.1f, 3.5f, 1.4f, 0.2f}, iris.train().values(0));
        }
        assertArrayEquals(new float[] {4.9f, 3.6f, 1.4f, 0.1f}, fisher.train().values(37));
        assertArrayEquals(new float[] {4.9f, 3.1f, 1.5f, 0.1f}, uci.train().values(37));
        DataDirectory directory = new DataDirectory(Path.of(root));
        Dataset two = Datasets.load(
                "iris",
                directory,
                1,
                new DataOptions(
                        false,
                        List.of("setosa", "versicolor"),
                        columns(List.of("petal_length", "sepal_length"), List.of(), ""),
                        Optional.of(new TestSplit.Share(0.3)),
                        SignalOptions.DEFAULT,
                        Optional.empty()));
        assertArrayEquals(new int[] {15, 15}, two.test().countsPerClass(2));
        assertEquals(List.of("petal_length", "sepal_length"), two.channels());
        assertRefused(
                () -> Datasets.load("iris", directory, 1, DataOptions.ofImages(ImageOptions.DEFAULT)), "key image");
        Path other = Files.writeString(folder.resolve("iris.csv"), "a,b\n");
        assertRefused(() -> IrisReader.verify(other), "SHA-256", "not the published file");
    }

    private static Dataset iris(Path file) {
        return IrisReader.read(file, 1, options(ColumnOptions.DEFAULT, new TestSplit.TrainingSamples()));
    }
}
