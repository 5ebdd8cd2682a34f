package dev.mote.dataset;

import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RecordingFormat;
import dev.mote.dataset.recording.RowReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * UCI HAR's windows put together to recordings again. The windows of a person are in the order of time, and where the second half of
 * one is the first half of the next, they overlapped. Where it is not, samples are missing in the data set, mostly between two
 * activities: the next window follows as it is.
 */
final class UciHarRecordings {
    private static final int STEPS = UciHarReader.STEPS;
    private static final int HALF = STEPS / 2;

    private UciHarRecordings() {}

    static RecordingSet of(RecordingChoice choice, Path zip) {
        boolean training = !choice.part().orElse("test").equals("test")
                || !choice.subjects().isEmpty();
        boolean test = !choice.part().orElse("test").equals("train");
        try (UciHarArchive archive = UciHarArchive.open(zip)) {
            List<Recording> recordings = new ArrayList<>();
            Set<String> testSubjects = new TreeSet<>();
            if (test) {
                recordings.addAll(of(zip, UciHarReader.samples(archive, "test", Catalogue.UCI_HAR)));
                recordings.forEach(recording -> testSubjects.add(recording.subject()));
            }
            if (training) {
                recordings.addAll(of(zip, UciHarReader.samples(archive, "train", Catalogue.UCI_HAR)));
            }
            return Recordings.choose(choice, UciHarReader.LABELS, recordings, testSubjects);
        }
    }

    /** A recording of each person. */
    static List<Recording> of(Path zip, Samples windows) {
        RecordingFormat format = new RecordingFormat(
                "uci-har",
                false,
                RecordingFormat.units(UciHarReader.UNIT, UciHarReader.CHANNELS.size()),
                UciHarReader.CHANNELS,
                UciHarReader.RATE_HERTZ,
                false);
        return IntStream.of(windows.groups())
                .distinct()
                .sorted()
                .mapToObj(subject -> new Recording(
                        Integer.toString(subject),
                        zip + ", subject " + subject,
                        format,
                        (channels, defects) -> rows(stitch(windows, subject), channels)))
                .toList();
    }

    /** Windows of one person: of the first ones both halves, of those that overlap the second one. */
    record Stitched(Samples windows, int[] indices, boolean[] overlaps, int[] firstRows) {
        int rows() {
            return firstRows[indices.length];
        }
    }

    static Stitched stitch(Samples windows, int subject) {
        int[] indices = IntStream.range(0, windows.count())
                .filter(i -> windows.group(i) == subject)
                .toArray();
        boolean[] overlaps = new boolean[indices.length];
        int[] firstRows = new int[indices.length + 1];
        float[] before = new float[0];
        for (int i = 0; i < indices.length; i++) {
            float[] values = windows.values(indices[i]);
            overlaps[i] = i > 0 && indices[i] == indices[i - 1] + 1 && overlap(before, values);
            firstRows[i + 1] = firstRows[i] + (overlaps[i] ? HALF : STEPS);
            before = values;
        }
        return new Stitched(windows, indices, overlaps, firstRows);
    }

    private static boolean overlap(float[] before, float[] values) {
        int half = values.length / 2;
        for (int i = 0; i < half; i++) {
            if (before[half + i] != values[i]) {
                return false;
            }
        }
        return true;
    }

    /** Reads a window when its first row is wanted. */
    private static RowReader rows(Stitched stitched, int[] channels) {
        int width = stitched.windows.shape().dimension(-1);
        float[] values = new float[stitched.windows.shape().elements()];
        int[] current = {-1};
        return new SampleRows(number -> {
            if (number >= stitched.rows()) {
                return Optional.empty();
            }
            if (current[0] < 0 || number >= stitched.firstRows[current[0] + 1]) {
                current[0]++;
                stitched.windows.copyValues(stitched.indices[current[0]], values, 0);
            }
            int skipped = stitched.overlaps[current[0]] ? HALF : 0;
            int step = (int) number - stitched.firstRows[current[0]] + skipped;
            String label = UciHarReader.LABELS.get(stitched.windows.label(stitched.indices[current[0]]));
            long micros = Math.round(number * 1e6 / UciHarReader.RATE_HERTZ);
            return Optional.of(new RecordedRow(0, 0, micros, SampleRows.pick(values, step * width, channels), label));
        });
    }
}
