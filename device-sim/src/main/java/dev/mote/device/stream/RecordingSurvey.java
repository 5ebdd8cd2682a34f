package dev.mote.device.stream;

import dev.mote.dataset.recording.BadDataPolicy;
import dev.mote.dataset.recording.Defects;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RecordingFormat;
import dev.mote.dataset.recording.RowReader;
import dev.mote.model.BadInputException;
import dev.mote.model.stream.StreamPlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is in a recording, before any model wants it: read once, from its first row to its last.
 *
 * @param units of the channels; empty where nobody told
 * @param rateHertz by the median interval of the first rows, or as the format tells it
 * @param rows that have a readable time
 * @param stretches pieces without a break
 * @param seconds from the first to the last row of each stretch, all together
 * @param labels how many rows of each class; rows without one are not in it
 * @param defects how often each {@link dev.mote.dataset.recording.Defect} occurs, by keyword
 */
public record RecordingSurvey(
        List<String> channels,
        List<String> units,
        double rateHertz,
        long rows,
        int stretches,
        double seconds,
        Map<String, Long> labels,
        Map<String, Long> defects) {
    /** Without a rate, a clock that goes back by less is a straggler. */
    private static final long STRAGGLER_MICROS = 1_000_000;
    /** More classes are no classes, but a column of notes. */
    private static final int MOST_LABELS = 100;

    private static final int LONGEST_LABEL = 100;

    public RecordingSurvey {
        channels = List.copyOf(channels);
        units = List.copyOf(units);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        defects = Collections.unmodifiableMap(new LinkedHashMap<>(defects));
    }

    /** @throws BadInputException one line, if it has no two rows in the order of time */
    public static RecordingSurvey of(Recording recording) {
        RecordingFormat format = recording.format();
        int[] channels = IntStream.range(0, format.channels().size()).toArray();
        // Nothing is to be made up: missing rows are counted, not bridged.
        Defects defects = new Defects(BadDataPolicy.DROP, recording.where());
        try (PeekedRows rows =
                new PeekedRows(new OrderedRows(recording.open(channels, defects), defects, STRAGGLER_MICROS))) {
            double rate = rate(recording, rows);
            RowReader bridged = new BridgedRows(rows, defects, 1e6 / rate, StreamPlan.maxGapMicros(rate), true);
            return survey(format, rate, bridged, defects);
        }
    }

    private static double rate(Recording recording, PeekedRows rows) {
        double told = recording.format().rateHertz();
        OptionalDouble found = told > 0 ? OptionalDouble.of(told) : rows.rateHertz();
        return found.orElseThrow(() -> new BadInputException(recording.where()
                + ": has no two rows with readable times, the second later than the first, so it is no recording;"
                + " repair the times"));
    }

    private static RecordingSurvey survey(RecordingFormat format, double rate, RowReader reader, Defects defects) {
        Map<String, Long> labels = new TreeMap<>();
        long rows = 0;
        int stretches = 0;
        long micros = 0;
        RecordedRow last = null;
        for (Optional<RecordedRow> next = reader.next(); next.isPresent(); next = reader.next()) {
            RecordedRow row = next.get();
            boolean follows = last != null && row.stretch() == last.stretch();
            micros += follows ? row.micros() - last.micros() : 0;
            stretches += follows ? 0 : 1;
            rows++;
            last = row;
            if (isClass(row.label()) && (labels.size() < MOST_LABELS || labels.containsKey(row.label()))) {
                labels.merge(row.label(), 1L, Long::sum);
            }
        }
        return new RecordingSurvey(
                format.channels(), format.units(), rate, rows, stretches, micros / 1e6, labels, defects.counts());
    }

    private static boolean isClass(String label) {
        return !label.isEmpty() && label.length() <= LONGEST_LABEL;
    }
}
