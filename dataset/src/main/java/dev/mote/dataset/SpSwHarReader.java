package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads the recordings of a smartphone or a smartwatch of people who stand up, walk, turn and sit down; the subject is the group. */
final class SpSwHarReader {
    static final String SHA256 = "a4faa71d9eef33db7528c28d5a64b65e0631abdb05159e573460d55a07ffcd29";
    /** Sensors of about 100 Hz, with jitter: half of it keeps what people do. */
    static final double RATE_HERTZ = 50;
    /** A second: to stand up takes about 1.3. */
    static final WindowOptions WINDOW = new WindowOptions(50, 25);

    /** The files say {@code x_acc}: other data sets, and the rotation of sensors in training, have the axis last. */
    static final List<String> CHANNELS = List.of("acc_x", "acc_y", "acc_z", "gyro_x", "gyro_y", "gyro_z");

    static final List<String> LABELS = List.of("SEATED", "SITTING_DOWN", "STANDING_UP", "TURNING", "WALKING");
    static final TimeColumn TIME = new TimeColumn("timestamp", TimeColumn.Unit.MS);
    static final String UNIT = "m/s2,m/s2,m/s2,rad/s,rad/s,rad/s";
    static final Pattern FILE = Pattern.compile("DATA/(s\\d+)/s\\d+_\\d+_(sp|sw)\\.csv");

    private SpSwHarReader() {}

    static void verify(Path zip) {
        try {
            String found = Checksum.of(zip);
            if (!found.equals(SHA256)) {
                throw new BadInputException(
                        zip + ": SHA-256 is " + found + ", expected " + SHA256 + ": not the known file");
            }
        } catch (IOException e) {
            throw new BadInputException(zip + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** @param device {@code sp} or {@code sw} */
    static Dataset read(Path zip, String name, String device, long seed, DataOptions options) {
        verify(zip);
        SignalDefects defects = new SignalDefects();
        SignalRows rows = rows(zip, device).withChannels(CHANNELS);
        return SignalDataset.of(
                new SignalDataset.Origin(zip.toString(), name, UNIT),
                rows,
                seed,
                SignalDataset.withDefaults(options, WINDOW, RATE_HERTZ),
                defects);
    }

    /** Those that the split holds back for the test. */
    static Set<String> testSubjects(Path zip, String device, long seed, DataOptions options) {
        return SignalDataset.testGroups(
                new SignalDataset.Origin(zip.toString(), device, UNIT),
                rows(zip, device).withChannels(CHANNELS),
                seed,
                SignalDataset.withDefaults(options, WINDOW, RATE_HERTZ));
    }

    private static SignalRows rows(Path zip, String device) {
        try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
            SignalTable table = new SignalTable(
                    ColumnOptions.DEFAULT, new SignalOptions(Optional.empty(), Optional.of(TIME), RATE_HERTZ, ""));
            List<ZipArchiveEntry> entries = Collections.list(archive.getEntries()).stream()
                    .sorted(Comparator.comparing(ZipArchiveEntry::getName))
                    .toList();
            for (ZipArchiveEntry entry : entries) {
                Matcher matcher = FILE.matcher(entry.getName());
                if (matcher.matches() && matcher.group(2).equals(device)) {
                    byte[] bytes = archive.getInputStream(entry).readAllBytes();
                    table.read(
                            zip + "!" + entry.getName(),
                            Optional.of(matcher.group(1)),
                            new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
                }
            }
            return table.rows();
        } catch (IOException e) {
            throw new BadInputException(zip + ": cannot be unpacked (" + e.getMessage() + "): damaged", e);
        }
    }
}
