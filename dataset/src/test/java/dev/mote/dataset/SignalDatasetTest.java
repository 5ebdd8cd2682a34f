package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalDatasetTest {
    private static final String HEADER = "timestamp_us,ax,ay,label\n";
    private static final WindowOptions WINDOWS = new WindowOptions(4, 2);

    @TempDir
    Path folder;

    private Dataset read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), text);
        return Datasets.load(file.toString(), new DataDirectory(folder), 1, DataOptions.ofWindows(WINDOWS));
    }

    /** Rows from {@code from} to {@code to} (exclusive) at 100 Hz; ax is the row number, ay its negative. */
    private static String rows(int from, int to, String tail) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i * 10_000)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append(-i)
                    .append(',')
                    .append(tail)
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    void cutsWindowsOfOneLabelAndTakesTheLastForTheTest() throws IOException {
        Dataset own = read(HEADER + rows(0, 12, "walk") + rows(12, 25, "rest"));
        assertEquals("own.csv", own.name());
        assertFalse(own.synthetic());
        assertEquals(List.of("rest", "walk"), own.labels());
        assertEquals(List.of("ax", "ay"), own.channels());
        assertEquals(100, own.rateHertz(), 1e-9);
        assertEquals("4x2", own.sampleShape().toString());
        // Walk starts at 0 2 4 6 | 8, rest at 12 14 16 18 | 20; starts 6 and 18 share rows with the test.
        assertArrayEquals(
                new float[] {8, -8, 9, -9, 10, -10, 11, -11}, own.test().values(0));
        assertArrayEquals(
                new float[] {20, -20, 21, -21, 22, -22, 23, -23}, own.test().values(1));
        assertArrayEquals(new int[] {1, 1, 1, 0, 0, 0}, own.train().labels());
        assertArrayEquals(new float[] {4, -4, 5, -5, 6, -6, 7, -7}, own.train().values(2));
    }

    @Test
    void cutsNoWindowOverAGap() throws IOException {
        String late = rows(30, 50, "a");
        Dataset own = read(HEADER + rows(0, 5, "a") + late + rows(50, 70, "b"));
        for (int i = 0; i < own.train().count(); i++) {
            float[] values = own.train().values(i);
            assertEquals(3, values[6] - values[0]);
        }
    }

    @Test
    void splitsByGroupAndLetsTimeStartAnew() throws IOException {
        StringBuilder text = new StringBuilder("timestamp_us,ax,ay,label,group\n");
        for (String person : List.of("ann", "bob", "cleo", "dan", "eve")) {
            text.append(rows(0, 10, "walk," + person)).append(rows(10, 20, "rest," + person));
        }
        Dataset own = read(text.toString());
        assertEquals(32, own.train().count());
        assertEquals(8, own.test().count());
        int tested = own.test().group(0);
        assertEquals(1, Arrays.stream(own.test().groups()).distinct().count());
        assertFalse(Arrays.stream(own.train().groups()).anyMatch(group -> group == tested));
    }

    @Test
    void readsFolderOfTablesAsSeparateRecordings() throws IOException {
        Files.writeString(folder.resolve("a.csv"), HEADER + rows(0, 13, "walk"));
        Files.writeString(folder.resolve("b.csv"), HEADER + rows(0, 13, "rest"));
        Dataset own = Datasets.load(folder.toString(), new DataDirectory(folder), 1, DataOptions.ofWindows(WINDOWS));
        assertEquals(2, own.test().count());
        Files.writeString(folder.resolve("c.csv"), "timestamp_us,ax,az,label\n" + rows(0, 13, "rest"));
        assertRefused(
                () -> Datasets.load(folder.toString(), new DataDirectory(folder), 1), "c.csv, line 1", "az", "same");
    }

    @Test
    void acceptsByteOrderMarkAndWindowsLineEnds() throws IOException {
        String text = HEADER + rows(0, 13, "walk") + rows(13, 26, "rest");
        assertEquals(2, read("\uFEFF" + text.replace("\n", "\r\n")).labels().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "20000,NaN,1,walk; line 4; ax is NaN",
                "20000,1,Infinity,walk; line 4; ay is Infinity",
                "20000,1,1e40,walk; line 4; finite",
                "20000,one,1,walk; line 4; \"one\"",
                "20000,1,,walk; line 4; \"\"",
                "20000,1,walk; line 4; 3 columns, expected 4",
                "20000,1,2,walk,5; line 4; 5 columns, expected 4",
                "10000,1,2,walk; line 4; 10000 after 10000",
                "5000,1,2,walk; line 4; times must rise",
                "0.02,1,2,walk; line 4; whole microseconds",
                "20000,1,2,; line 4; label is empty"
            })
    void rejectsBadRowWithFileAndLine(String row, String line, String words) {
        assertRefused(() -> read(HEADER + rows(0, 2, "walk") + row + "\n"), "own.csv", line, words);
    }

    @Test
    void rejectsBadHeaders() {
        assertRefused(() -> read(""), "own.csv", "is empty", "timestamp_us");
        assertRefused(() -> read("0,1,2,walk\n"), "own.csv, line 1", "expected timestamp_us");
        assertRefused(() -> read("timestamp_us,label\n"), "own.csv, line 1", "a column for each channel");
        assertRefused(() -> read("timestamp_us,ax,ax,label\n"), "own.csv, line 1", "name of its own");
    }

    @Test
    void rejectsTooLittleData() {
        assertRefused(() -> read(HEADER), "own.csv", "0 rows");
        assertRefused(() -> read(HEADER + rows(0, 3, "walk")), "own.csv", "4 rows long", "record longer");
        assertRefused(() -> read(HEADER + rows(0, 4, "walk") + rows(4, 20, "rest")), "\"walk\"", "training");
        assertRefused(() -> read(HEADER + rows(0, 40, "walk")), "own.csv", "one class only", "at least 2");
    }

    @Test
    void rejectsGroupsThatCannotBeSplit() {
        String header = "timestamp_us,ax,ay,label,group\n";
        String one = header + rows(0, 9, "walk,ann") + rows(9, 19, "rest,ann");
        assertRefused(() -> read(one), "only one group");
        String apart = header + rows(0, 9, "walk,ann") + rows(9, 19, "rest,bob");
        assertRefused(() -> read(apart), "each label in both splits");
    }

    @Test
    void tellsInOneLineWhateverIsInTheFile() {
        assertRefused(() -> read(HEADER + "0,\"1\n2\",3,walk\n"), "own.csv, line 2", "\"1?2\"");
        assertRefused(() -> read("\"a\nb\"," + "c".repeat(5000) + "\n"), "own.csv, line 1", "a?b", "ccc...");
    }

    @Test
    void rejectsFilesOfOtherKinds() throws IOException {
        Path file = Files.writeString(folder.resolve("model.tflite"), "TFL3");
        assertRefused(
                () -> Datasets.load(file.toString(), new DataDirectory(folder), 1), "neither a folder nor a .csv");
    }

    @Test
    void rejectsTextThatIsNoUtf8() throws IOException {
        Path file = Files.write(folder.resolve("own.csv"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 1});
        assertRefused(() -> Datasets.load(file.toString(), new DataDirectory(folder), 1), "own.csv");
    }
}
