package dev.mote.device.stream;

import dev.mote.dataset.recording.Defects;
import dev.mote.dataset.recording.RecordedRow;
import dev.mote.dataset.recording.Recording;
import dev.mote.dataset.recording.RecordingFormat;
import dev.mote.dataset.recording.RowReader;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A recording as the stream that a model wants: its channels and units, times that rise, no value missing. */
public final class RecordedStream implements SampleStream {
    /** Difference of rates that real sensors have, and that no model minds much. */
    private static final double RATE_TOLERANCE = 0.05;
    /** Times how many times too fast or slow are more likely milliseconds called microseconds than a sensor's rate. */
    private static final double WRONG_UNIT = 100;

    private final StreamFormat format;
    private final RowReader rows;
    private final Defects defects;
    private final float[] factors;
    private final List<String> notes;
    private final Map<String, Integer> labels = new HashMap<>();
    private int stretch;
    /** From times of the recording to times of the stream. */
    private long offset;

    private long lastMicros = Long.MIN_VALUE;

    private RecordedStream(StreamFormat format, RowReader rows, Defects defects, float[] factors, List<String> notes) {
        this.format = format;
        this.rows = rows;
        this.defects = defects;
        this.factors = factors;
        this.notes = List.copyOf(notes);
        for (int label = 0; label < format.labels().size(); label++) {
            labels.put(format.labels().get(label), label);
        }
        labels.put("", TimedSample.NO_LABEL);
    }

    /**
     * Starts to read.
     *
     * @throws BadInputException one line, if channels, units or rate are not those that are wanted
     */
    public static RecordedStream open(Recording recording, StreamDemand demand, StreamSettings settings) {
        ChannelMatch channels = ChannelMatch.of(recording, demand.channels(), settings.channels());
        UnitMatch units = UnitMatch.of(recording, demand, channels.places(), settings.units());
        Defects defects = new Defects(settings.policy(), recording.where());
        RowReader raw = recording.open(channels.places(), defects);
        PeekedRows rows = new PeekedRows(new OrderedRows(raw, defects, demand.maxGapMicros()));
        List<String> notes = new ArrayList<>(channels.notes());
        LikelyUnits.require(recording, demand, units, rows);
        if (!units.untold().isEmpty()) {
            notes.add("nobody tells the unit of " + String.join(", ", units.untold()) + ": taken as the model's");
        }
        double rate = rate(recording, demand, settings, rows);
        boolean regular = !settings.resample();
        RowReader complete = new CompleteRows(rows, settings.policy(), demand.maxGapMicros());
        RowReader bridged = new BridgedRows(complete, defects, 1e6 / rate, demand.maxGapMicros(), regular);
        RecordingFormat own = recording.format();
        StreamFormat format = new StreamFormat(
                own.name(),
                own.synthetic(),
                String.join(",", demand.units()),
                demand.channels(),
                rate,
                demand.labels(),
                own.isImages() ? own.rowShape() : Shape.of(demand.channels().size()));
        return new RecordedStream(format, bridged, defects, units.factors(), notes);
    }

    private static double rate(Recording recording, StreamDemand demand, StreamSettings settings, PeekedRows rows) {
        double told = recording.format().rateHertz();
        double rate = told > 0
                ? told
                : rows.rateHertz()
                        .orElseThrow(() -> new BadInputException(recording.where()
                                + ": has no two rows with readable times, the second later than the first, so it"
                                + " is no stream; repair the times"));
        boolean fits = Math.abs(rate / demand.rateHertz() - 1) <= RATE_TOLERANCE;
        if (!settings.resample() && (!fits || recording.format().irregular())) {
            double factor = rate / demand.rateHertz();
            String doubt = factor > WRONG_UNIT || factor < 1 / WRONG_UNIT
                    ? "; are the times in the unit that their column's name says? Else rename it"
                    : "";
            throw new BadInputException(recording.where() + ": has " + shown(rate) + " samples a second"
                    + (fits ? " at irregular times" : "") + ", but the model wants " + shown(demand.rateHertz())
                    + doubt + "; bring it to that rate by its times with: --resample");
        }
        return rate;
    }

    private static String shown(double rate) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(rate);
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    /** What was assumed, a sentence each. */
    public List<String> notes() {
        return notes;
    }

    @Override
    public Optional<TimedSample> next() {
        return rows.next().map(this::sample);
    }

    private TimedSample sample(RecordedRow row) {
        if (lastMicros == Long.MIN_VALUE) {
            offset = -row.micros();
        } else if (row.stretch() != stretch) {
            offset = Math.max(offset, lastMicros + Math.round(format.intervalMicros()) - row.micros());
        }
        stretch = row.stretch();
        lastMicros = row.micros() + offset;
        float[] values = new float[row.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.values()[i] * factors[i % factors.length];
        }
        int label = labels.getOrDefault(row.label(), TimedSample.OTHER_LABEL);
        return new TimedSample(lastMicros, values, label, stretch);
    }

    @Override
    public Map<String, Long> defects() {
        return defects.counts();
    }

    @Override
    public void close() {
        rows.close();
    }
}
