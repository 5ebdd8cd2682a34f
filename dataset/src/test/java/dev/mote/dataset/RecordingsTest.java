package dev.mote.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.dataset.recording.Defects;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RowReader;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
    private static final int[] AXES = {0, 1, 2};

    @TempDir
    private Path folder;

    @Test
    void putsOverlappingWindowsTogether() {
        // 128 x 9 each: the second window continues the first one, the third one does not.
        float[] values = new float[3 * 128 * 9];
        for (int step = 0; step < 128; step++) {
            for (int channel = 0; channel < 9; channel++) {
                values[step * 9 + channel] = step * 10 + channel;
                values[(128 + step) * 9 + channel] = (64 + step) * 10 + channel;
                values[(256 + step) * 9 + channel] = (1000 + step) * 10 + channel;
            }
        }
        Samples windows = Samples.of(Shape.of(128, 9), values, new int[] {4, 4, 0}, new int[] {7, 7, 7});
        Recording recording = UciHarRecordings.of(Path.of("zip"), windows).getFirst();
        List<RecordedRow> rows = rows(recording, new int[] {8, 0});
        assertEquals("7", recording.subject());
        assertEquals(192 + 128, rows.size());
        for (int row = 0; row < 192; row++) {
            assertArrayEquals(
                    new float[] {row * 10 + 8, row * 10}, rows.get(row).values());
            assertEquals("standing", rows.get(row).label());
        }
        assertEquals(10_000, rows.get(192).values()[1]);
        assertEquals("walking", rows.get(192).label());
        assertEquals(192 * 20_000, rows.get(192).micros());
    }

    @Test
    void generatesTheActivitiesOfASchedule() {
        RecordingSet set = synthetic("synthetic-activity:walking=3s,resting=2s,walking=150s:for=5min");
        assertEquals(1, set.recordings().size());
        List<RecordedRow> rows = rows(set.recordings().getFirst(), AXES);
        assertEquals(5 * 60 * 50, rows.size());
        assertEquals("walking", rows.get(149).label());
        assertEquals("resting", rows.get(150).label());
        assertEquals("walking", rows.get(250).label());
        // 155 s later it starts anew.
        assertEquals("resting", rows.get(155 * 50 + 150).label());
        assertEquals(20_000, rows.get(1).micros());
    }

    @Test
    void takesAPersonOfTheTestUnlessToldOtherwise() {
        int person = Integer.parseInt(
                synthetic("synthetic-activity").recordings().getFirst().subject());
        assertTrue(person >= 20 && person < 26);
        assertEquals(6, synthetic("synthetic-activity:test").recordings().size());
        RecordingSet known = Recordings.of(
                RecordingChoice.parse("synthetic-activity", List.of("3", "21")),
                new DataDirectory(folder),
                1,
                DataOptions.DEFAULT,
                "",
                0);
        assertEquals("all", known.part());
        assertTrue(known.notes().getFirst().contains("persons of the training part: 3;"));
    }

    @Test
    void repeatsItselfWithTheSameSeedOnly() {
        List<RecordedRow> once =
                rows(synthetic("synthetic-activity:for=30s").recordings().getFirst(), AXES);
        List<RecordedRow> again =
                rows(synthetic("synthetic-activity:for=30s").recordings().getFirst(), AXES);
        for (int row = 0; row < once.size(); row++) {
            assertArrayEquals(once.get(row).values(), again.get(row).values());
        }
        RecordingSet other = Recordings.of(
                RecordingChoice.parse("synthetic-activity:for=30s", List.of()),
                new DataDirectory(folder),
                2,
                DataOptions.DEFAULT,
                "",
                0);
        assertNotEquals(
                once.get(100).values()[0],
                rows(other.recordings().getFirst(), AXES).get(100).values()[0]);
    }

    @Test
    void showsEachImageForAWhile() {
        RecordingSet set = synthetic("synthetic-digits:hold=3");
        Recording images = set.recordings().getFirst();
        assertTrue(images.format().isImages());
        RowReader reader = images.open(new int[] {0}, new Defects(BadDataPolicy.FAIL, ""));
        float[] first = reader.next().orElseThrow().values();
        assertArrayEquals(first, reader.next().orElseThrow().values());
        assertArrayEquals(first, reader.next().orElseThrow().values());
        assertEquals("1", reader.next().orElseThrow().label());
        assertEquals(784, first.length);
    }

    @Test
    void streamsOnlyTheTestPersonsOfItsOwnTrainingData() throws IOException {
        Path file = folder.resolve("own.csv");
        StringBuilder text = new StringBuilder("timestamp_us,ax,ay,label,group\n");
        for (int person = 0; person < 5; person++) {
            for (int row = 0; row < 600; row++) {
                text.append(row * 20_000 + "," + row % 7 + "," + person + "," + (row < 300 ? "a" : "b") + ",p" + person
                        + "\n");
            }
        }
        Files.writeString(file, text);
        Dataset dataset = Datasets.load(file.toString(), new DataDirectory(folder), 5);
        int testPerson = dataset.test().group(0);
        RecordingSet own = own(file, "own.csv");
        List<RecordedRow> rows = rows(own.recordings().getFirst(), new int[] {1});
        assertEquals("test", own.part());
        assertEquals(600, rows.size());
        assertEquals(testPerson, rows.getFirst().values()[0]);
        // Another model's data is streamed as a whole.
        assertEquals(
                3000,
                rows(own(file, "other.csv").recordings().getFirst(), new int[] {1})
                        .size());
    }

    private RecordingSet own(Path file, String trainedOn) {
        return Recordings.of(
                RecordingChoice.parse(file.toString(), List.of()),
                new DataDirectory(folder),
                5,
                DataOptions.DEFAULT,
                trainedOn,
                0);
    }

    @Test
    void refusesWhatIsNotUnderstoodInOneLine() {
        for (String text : List.of(
                "synthetic-activity:flying=3s",
                "synthetic-activity:walking=3",
                "synthetic-activity:for=0s",
                "synthetic-activity:hold=2",
                "synthetic-digits:hold=0",
                "synthetic-digits:walking=3s",
                "uci-har:validation",
                "nowhere.csv",
                "iris")) {
            String message =
                    assertThrows(BadInputException.class, () -> synthetic(text)).getMessage();
            assertEquals(1, message.lines().count(), message);
        }
    }

    private RecordingSet synthetic(String text) {
        return Recordings.of(
                RecordingChoice.parse(text, List.of()), new DataDirectory(folder), 1, DataOptions.DEFAULT, "", 0);
    }

    private static List<RecordedRow> rows(Recording recording, int[] channels) {
        List<RecordedRow> rows = new ArrayList<>();
        try (RowReader reader = recording.open(channels, new Defects(BadDataPolicy.FAIL, ""))) {
            for (Optional<RecordedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
