package dev.mote.dataset;

import static dev.mote.dataset.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityArchivesTest {
    @TempDir
    Path folder;

    private static DataDirectory published(String name) {
        String root = System.getenv(DataDirectory.VARIABLE);
        assumeTrue(
                root != null && Files.isDirectory(Path.of(root, name)),
                "skipped: no folder " + name + " in $MOTE_DATA");
        return new DataDirectory(Path.of(root));
    }

    /** WISDM's raw file is not among the data of the tests: these lines are generated in its format, with its defects. */
    @Test
    void readsWisdmsRawFormatAndCountsWhatIsWrongWithIt() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> activities = List.of("Walking", "Jogging");
        for (int user = 1; user <= 5; user++) {
            for (String activity : activities) {
                for (int i = 0; i < 100; i++) {
                    long nanos = 49_105_962_326_000L + i * 50_000_000L;
                    text.append(String.format(
                            Locale.ROOT, "%d,%s,%d,%.2f,%.1f,0.5;\n", user, activity, nanos, i * 0.01, user * 1.0));
                }
            }
        }
        int end = text.indexOf("\n") + 1;
        String first = text.substring(0, end).strip();
        text.insert(end, "\n" + first.replace("326000", "327000") + first.replace("326000", "328000") + "\n");
        text.append("6,Walking,0,0,0,0;\n6,Walking,49105962326000,1,2;\n6,Walking,49105962326000,1,2,x;\n");
        text.append("5,Jogging,49110962326000,1.00,5.0,0.5,;\n");
        Path wisdm = Files.createDirectory(folder.resolve("wisdm"));
        Files.writeString(wisdm.resolve("WISDM_ar_v1.1_raw.txt"), text);
        Dataset read = Datasets.load("wisdm", new DataDirectory(folder), 1);
        assertEquals(List.of("Jogging", "Walking"), read.labels());
        assertEquals("80x3", read.sampleShape().toString());
        assertEquals(20, read.rateHertz(), 1e-9);
        assertEquals(1, Arrays.stream(read.test().groups()).distinct().count());
        assertEquals(
                List.of(
                        "1 empty lines",
                        "1 lines with several records: each taken",
                        "1 records at time 0: left out",
                        "1 records with missing or too many values: left out",
                        "1 records with an unreadable number: left out",
                        "1 records with a comma too many: taken without it"),
                read.notes().stream()
                        .sorted(java.util.Comparator.comparing(ActivityArchivesTest::rank))
                        .toList());
        assertRefused(
                () -> WisdmRawReader.read(Files.writeString(folder.resolve("x"), "1,2,3\n"), new SignalDefects()),
                "0 records can be read");
        assertRefused(
                () -> Datasets.get("wisdm", new DataDirectory(folder.resolve("none")), line -> {}),
                "not published as one file",
                "put it here");
    }

    private static int rank(String note) {
        List<String> order = List.of("empty", "several", "time 0", "missing", "unreadable", "comma");
        return (int) order.stream().takeWhile(word -> !note.contains(word)).count();
    }

    @Test
    void readsWisdmsFeatures() {
        Dataset wisdm = Datasets.load("wisdm-features", published("wisdm"), 1);
        assertEquals(5418, wisdm.train().count() + wisdm.test().count());
        assertEquals("43", wisdm.sampleShape().toString());
        assertEquals(List.of("Downstairs", "Jogging", "Sitting", "Standing", "Upstairs", "Walking"), wisdm.labels());
        assertEquals("X0", wisdm.channels().getFirst());
        assertEquals("RESULTANT", wisdm.channels().getLast());
        assertEquals(List.of("615 missing times between peaks: taken as 0"), wisdm.notes());
        requireGroupsApart(wisdm, 36);
    }

    @Test
    void readsPhoneAndWatchOfSpSwHar() {
        DataDirectory directory = published("sp-sw-har");
        for (String name : List.of("sp-sw-har-phone", "sp-sw-har-watch")) {
            Dataset read = Datasets.load(name, directory, 1);
            assertEquals(List.of("SEATED", "SITTING_DOWN", "STANDING_UP", "TURNING", "WALKING"), read.labels());
            assertEquals("50x6", read.sampleShape().toString());
            assertEquals(List.of("acc_x", "acc_y", "acc_z", "gyro_x", "gyro_y", "gyro_z"), read.channels());
            assertEquals(50, read.rateHertz(), 1e-9);
            requireGroupsApart(read, 12);
            assertTrue(read.notes().getFirst().endsWith("repeated time stamps: their samples averaged"));
            // At rest a sensor feels gravity, about 9.8 m/s2.
            double[] lengths = IntStream.range(0, read.train().count())
                    .filter(sample -> read.train().label(sample) == 0)
                    .mapToObj(read.train()::values)
                    .mapToDouble(values -> Math.hypot(Math.hypot(values[0], values[1]), values[2]))
                    .sorted()
                    .toArray();
            assertEquals(9.8, lengths[lengths.length / 2], 0.5);
        }
    }

    private static void requireGroupsApart(Dataset dataset, int groups) {
        int[] train = Arrays.stream(dataset.train().groups()).distinct().toArray();
        int[] test = Arrays.stream(dataset.test().groups()).distinct().toArray();
        assertEquals(groups, train.length + test.length);
        assertFalse(Arrays.stream(test).anyMatch(group -> Arrays.stream(train).anyMatch(other -> other == group)));
    }
}
