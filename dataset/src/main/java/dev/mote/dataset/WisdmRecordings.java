package dev.mote.dataset;

import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RecordingFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** WISDM's raw recordings: of each user what follows each other in the file; where the clock steps back, another piece begins. */
final class WisdmRecordings {
    private WisdmRecordings() {}

    static RecordingSet of(RecordingChoice choice, Path file, long seed, DataOptions options) {
        SignalDefects defects = new SignalDefects();
        SignalRows rows = WisdmRawReader.read(file, defects);
        DataOptions told = Catalogue.wisdmOptions(options);
        Set<String> test = SignalDataset.testGroups(
                new SignalDataset.Origin(file.toString(), choice.name(), Catalogue.WISDM_UNIT), rows, seed, told);
        RecordingFormat format = new RecordingFormat(
                choice.name(),
                false,
                RecordingFormat.units(Catalogue.WISDM_UNIT, WisdmRawReader.CHANNELS.size()),
                WisdmRawReader.CHANNELS,
                Catalogue.WISDM_RATE_HERTZ,
                false);
        List<Recording> all = IntStream.range(0, rows.groupNames().size())
                .mapToObj(user -> recording(file, format, rows, user))
                .toList();
        RecordingSet set = Recordings.choose(choice, rows.labelNames(), all, test);
        return set.withNotes(defects.notes());
    }

    private static Recording recording(Path file, RecordingFormat format, SignalRows rows, int user) {
        String name = rows.groupNames().get(user);
        int[] own = IntStream.range(0, rows.count())
                .filter(row -> rows.group(row) == user)
                .toArray();
        return new Recording(name, file + ", user " + name, format, (channels, defects) -> {
            int[] stretch = {0};
            return new SampleRows(number -> {
                if (number >= own.length) {
                    return Optional.empty();
                }
                int row = own[(int) number];
                boolean back = number > 0 && rows.micros()[row] < rows.micros()[own[(int) number - 1]];
                stretch[0] += back ? 1 : 0;
                return Optional.of(new RecordedRow(
                        0,
                        stretch[0],
                        rows.micros()[row],
                        SampleRows.pick(rows.values()[row], 0, channels),
                        rows.labelNames().get(rows.labels()[row])));
            });
        });
    }
}
