package dev.mote.dataset;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads UCI HAR's raw inertial signals: windows of 128 x 9, in the official split by subject. */
final class UciHarReader {
    /** As {@code activity_labels.txt} has them, 1 to 6. */
    static final List<String> LABELS =
            List.of("walking", "walking upstairs", "walking downstairs", "sitting", "standing", "laying");

    /** What the sensor measures comes first: total_acc in g, with gravity; body_acc is total_acc without it; body_gyro in rad/s. */
    static final List<String> CHANNELS = List.of(
            "total_acc_x",
            "total_acc_y",
            "total_acc_z",
            "body_acc_x",
            "body_acc_y",
            "body_acc_z",
            "body_gyro_x",
            "body_gyro_y",
            "body_gyro_z");

    static final String UNIT = "g,g,g,g,g,g,rad/s,rad/s,rad/s";
    static final int STEPS = 128;
    static final double RATE_HERTZ = 50;
    private static final int MAX_SUBJECT = 30;

    /**
     * What the archive must hold.
     *
     * @param sha256 of files in the archive, by their path
     */
    record Expected(int trainWindows, int testWindows, Map<String, String> sha256) {}

    private UciHarReader() {}

    static Dataset read(Path zip, Expected expected) {
        try (UciHarArchive archive = UciHarArchive.open(zip)) {
            Samples train = samples(archive, "train", expected);
            Samples test = samples(archive, "test", expected);
            requireDisjoint(zip, train.groups(), test.groups());
            return new Dataset("uci-har", false, train.shape(), LABELS, UNIT, CHANNELS, RATE_HERTZ, train, test);
        }
    }

    /** Windows of one split, in the order of time for each person. */
    static Samples samples(UciHarArchive archive, String split, Expected expected) {
        int windows = split.equals("train") ? expected.trainWindows : expected.testWindows;
        Map<String, String> sha256 = expected.sha256;
        int[] labels = integers(archive, split + "/y_" + split + ".txt", windows, LABELS.size(), sha256);
        int[] subjects = integers(archive, split + "/subject_" + split + ".txt", windows, MAX_SUBJECT, sha256);
        Arrays.setAll(labels, i -> labels[i] - 1);
        float[] values = new float[windows * STEPS * CHANNELS.size()];
        for (int channel = 0; channel < CHANNELS.size(); channel++) {
            String name = split + "/Inertial Signals/" + CHANNELS.get(channel) + "_" + split + ".txt";
            readChannel(archive, name, sha256, windows, channel, values);
        }
        return Samples.of(Shape.of(STEPS, CHANNELS.size()), values, labels, subjects);
    }

    private static void readChannel(
            UciHarArchive archive, String name, Map<String, String> sha256, int windows, int channel, float[] values) {
        byte[] text = archive.read(name);
        verify(archive.where(name), Checksum.of(text), sha256.get(name));
        NumberScanner scanner = new NumberScanner(text, archive.where(name));
        int target = channel;
        for (int window = 0; window < windows; window++) {
            for (int step = 0; step < STEPS; step++) {
                values[target] = (float) scanner.next();
                target += CHANNELS.size();
            }
            scanner.endLine();
        }
        requireEnd(scanner, archive.where(name), windows);
    }

    private static int[] integers(
            UciHarArchive archive, String name, int windows, int max, Map<String, String> sha256) {
        String where = archive.where(name);
        NumberScanner scanner = new NumberScanner(archive.read(name), where);
        int[] integers = new int[windows];
        StringBuilder canonical = new StringBuilder();
        for (int i = 0; i < windows; i++) {
            double value = scanner.next();
            integers[i] = (int) value;
            if (integers[i] != value || value < 1 || value > max) {
                throw new BadInputException(
                        String.format(Locale.ROOT, "%s, line %d: %s, expected 1 to %d", where, i + 1, value, max));
            }
            scanner.endLine();
            canonical.append(integers[i]).append('\n');
        }
        requireEnd(scanner, where, windows);
        // Of the numbers, not of the bytes: another copy of the archive may end its lines in another way.
        verify(where, Checksum.of(canonical.toString().getBytes(StandardCharsets.US_ASCII)), sha256.get(name));
        return integers;
    }

    private static void requireEnd(NumberScanner scanner, String where, int windows) {
        if (!scanner.atEnd()) {
            throw new BadInputException(where + ": has more than the expected " + windows + " lines");
        }
    }

    private static void verify(String where, String found, String expected) {
        if (expected != null && !expected.equals(found)) {
            throw new BadInputException(
                    where + ": SHA-256 is " + found + ", expected " + expected + ": not the published file");
        }
    }

    private static void requireDisjoint(Path zip, int[] trainSubjects, int[] testSubjects) {
        Set<Integer> both = new TreeSet<>(Arrays.stream(trainSubjects).boxed().toList());
        both.retainAll(Arrays.stream(testSubjects).boxed().toList());
        if (!both.isEmpty()) {
            throw new BadInputException(
                    zip + ": subjects " + both + " are in both splits; expected the official split");
        }
    }
}
