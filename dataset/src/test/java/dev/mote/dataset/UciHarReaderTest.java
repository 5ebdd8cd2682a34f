package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UciHarReaderTest {
    private static final String X = "train/Inertial Signals/total_acc_x_train.txt";

    private static final UciHarReader.Expected TINY = new UciHarReader.Expected(2, 1, Map.of());

    @TempDir
    Path folder;

    /** Two windows for training, one for the test; value = 100 * channel + step, in the order of the files below. */
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void makeTinyArchive() {
        fill("train", "5\n1\n", "1\n3\n", 2);
        fill("test", "6\n", "2\n", 1);
    }

    private void fill(String split, String labels, String subjects, int windows) {
        files.put(split + "/y_" + split + ".txt", TestFiles.ascii(labels));
        files.put(split + "/subject_" + split + ".txt", TestFiles.ascii(subjects));
        List<String> sensors = List.of("total_acc", "body_acc", "body_gyro");
        for (int channel = 0; channel < 9; channel++) {
            StringBuilder line = new StringBuilder();
            for (int step = 0; step < 128; step++) {
                line.append("  ").append(100 * channel + step).append(".0000000e+000");
            }
            line.append('\n');
            String name = sensors.get(channel / 3) + "_" + "xyz".charAt(channel % 3) + "_" + split + ".txt";
            files.put(
                    split + "/Inertial Signals/" + name,
                    TestFiles.ascii(line.toString().repeat(windows)));
        }
    }

    private byte[] zip(String prefix) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        files.forEach((name, bytes) -> entries.put(prefix + name, bytes));
        return TestFiles.zip(entries);
    }

    private Dataset read(byte[] zip, UciHarReader.Expected expected) throws IOException {
        return UciHarReader.read(Files.write(folder.resolve("har.zip"), zip), expected);
    }

    @Test
    void readsChannelsInnermostWithSubjectsAsGroups() throws IOException {
        Dataset dataset = read(zip("UCI HAR Dataset/"), TINY);
        assertEquals("128x9", dataset.sampleShape().toString());
        assertEquals(50, dataset.rateHertz());
        assertArrayEquals(new int[] {4, 0}, dataset.train().labels());
        assertArrayEquals(new int[] {1, 3}, dataset.train().groups());
        assertArrayEquals(new int[] {2}, dataset.test().groups());
        float[] values = dataset.train().values(1);
        assertArrayEquals(new float[] {0, 100, 200, 300, 400, 500, 600, 700, 800, 1, 101}, Arrays.copyOf(values, 11));
        assertEquals(927, values[128 * 9 - 1]);
    }

    @Test
    void readsZipWithoutFolderAndZipInsideZip() throws IOException {
        assertEquals(2, read(zip(""), TINY).train().count());
        byte[] outer = TestFiles.zip(Map.of("UCI HAR Dataset.zip", zip("UCI HAR Dataset/")));
        assertEquals(2, read(outer, TINY).train().count());
    }

    @Test
    void rejectsArchiveThatIsTruncatedOrNoZip() throws IOException {
        byte[] whole = zip("");
        assertRefused(() -> read(Arrays.copyOf(whole, whole.length / 2), TINY), "har.zip", "no complete zip");
        assertRefused(() -> read(new byte[0], TINY), "har.zip", "no complete zip");
        assertRefused(() -> read(TestFiles.ascii("<html>not here</html>"), TINY), "har.zip", "no complete zip");
        byte[] outer = TestFiles.zip(Map.of("UCI HAR Dataset.zip", Arrays.copyOf(whole, whole.length / 2)));
        assertRefused(() -> read(outer, TINY), "har.zip", "no complete zip");
    }

    @Test
    void rejectsFlippedBitInside() throws IOException {
        byte[] zip = zip("");
        // Behind the first local header (30 bytes, name of 17): the packed labels.
        zip[30 + 17 + 1] ^= 4;
        assertRefused(() -> read(zip, TINY), "train/y_train.txt", "damaged");
    }

    @Test
    void rejectsMissingFile() throws IOException {
        files.remove("test/Inertial Signals/body_gyro_z_test.txt");
        assertRefused(() -> read(zip(""), TINY), "body_gyro_z_test.txt", "expected the original zip");
    }

    @Test
    void rejectsNotANumberWithFileAndLine() throws IOException {
        String text = new String(files.get(X), StandardCharsets.US_ASCII);
        int second = text.indexOf('\n') + 1;
        files.put(
                X,
                TestFiles.ascii(
                        text.substring(0, second) + text.substring(second).replace("  7.0000000e+000", "  NaN")));
        assertRefused(() -> read(zip(""), TINY), X, "line 2", "NaN", "not a finite number");
    }

    @Test
    void rejectsWrongCounts() throws IOException {
        UciHarReader.Expected more = new UciHarReader.Expected(3, 1, Map.of());
        assertRefused(() -> read(zip(""), more), "y_train.txt", "line 3", "ends early");
        UciHarReader.Expected fewer = new UciHarReader.Expected(1, 1, Map.of());
        assertRefused(() -> read(zip(""), fewer), "y_train.txt", "more than the expected 1 lines");
    }

    @Test
    void rejectsLabelOutOfRange() throws IOException {
        files.put("train/y_train.txt", TestFiles.ascii("5\n7\n"));
        assertRefused(() -> read(zip(""), TINY), "y_train.txt", "line 2", "7", "1 to 6");
        files.put("train/y_train.txt", TestFiles.ascii("1.5\n2\n"));
        assertRefused(() -> read(zip(""), TINY), "y_train.txt", "line 1", "1.5");
    }

    @Test
    void rejectsSubjectInBothSplits() throws IOException {
        files.put("test/subject_test.txt", TestFiles.ascii("3\n"));
        assertRefused(() -> read(zip(""), TINY), "[3]", "both splits");
    }

    @Test
    void verifiesChecksumsInsideTheArchive() throws IOException {
        String right = Checksum.of(files.get(X));
        assertEquals(
                2,
                read(zip(""), new UciHarReader.Expected(2, 1, Map.of(X, right)))
                        .train()
                        .count());
        String wrong = "0".repeat(64);
        UciHarReader.Expected expected = new UciHarReader.Expected(2, 1, Map.of(X, wrong));
        assertRefused(() -> read(zip(""), expected), X, "SHA-256", right, wrong);
    }

    @Test
    void checksNumbersOfLabelsWhicheverTheLineEnds() throws IOException {
        String sum = Checksum.of(files.get("train/y_train.txt"));
        files.put("train/y_train.txt", TestFiles.ascii("5\r\n1\r\n"));
        UciHarReader.Expected expected = new UciHarReader.Expected(2, 1, Map.of("train/y_train.txt", sum));
        assertEquals(2, read(zip(""), expected).train().count());
    }
}
