package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads WISDM's raw recordings: {@code user,activity,timestamp,x,y,z;}. The published file has records without a line of their own, empty lines,
 * times of 0, missing values and commas too many; each is put right or left out, and counted.
 */
final class WisdmRawReader {
    static final List<String> CHANNELS = List.of("acc_x", "acc_y", "acc_z");

    private static final Set<String> ACTIVITIES =
            Set.of("Walking", "Jogging", "Sitting", "Standing", "Upstairs", "Downstairs");
    private static final int FIELDS = 6;
    /** If more is wrong than this share, it is another file. */
    private static final double MAX_BAD_SHARE = 0.05;

    private final Path file;
    private final SignalDefects defects;
    private final SignalRows.Builder rows = new SignalRows.Builder();
    private long good;
    private long bad;
    private long lastMicros;
    private String last = "";

    private WisdmRawReader(Path file, SignalDefects defects) {
        this.file = file;
        this.defects = defects;
    }

    static SignalRows read(Path file, SignalDefects defects) {
        WisdmRawReader reader = new WisdmRawReader(file, defects);
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.forEach(reader::line);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        if (reader.good == 0 || reader.bad > MAX_BAD_SHARE * reader.good) {
            throw new BadInputException(file + ": " + reader.good + " records can be read and " + reader.bad
                    + " cannot; expected WISDM's raw file, as 33,Jogging,49105962326000,-0.69,12.68,0.50;");
        }
        return reader.rows.build(CHANNELS);
    }

    private void line(String line) {
        if (line.isBlank()) {
            defects.add("empty lines");
            return;
        }
        String[] records = line.split(";");
        int filled = 0;
        for (String record : records) {
            if (!record.isBlank()) {
                filled++;
                record(record.strip());
            }
        }
        if (filled > 1) {
            defects.add("lines with several records: each taken");
        }
    }

    private void record(String text) {
        String record = text;
        if (record.endsWith(",")) {
            defects.add("records with a comma too many: taken without it");
            record = record.replaceFirst(",+$", "");
        }
        String[] fields = record.split(",", -1);
        if (fields.length != FIELDS || !ACTIVITIES.contains(fields[1])) {
            leaveOut("records with missing or too many values: left out");
            return;
        }
        try {
            add(fields);
        } catch (NumberFormatException e) {
            leaveOut("records with an unreadable number: left out");
        }
    }

    private void add(String[] fields) {
        long micros = TimeColumn.Unit.NS.micros(fields[2].strip());
        float[] values = new float[CHANNELS.size()];
        for (int channel = 0; channel < values.length; channel++) {
            values[channel] = Float.parseFloat(fields[3 + channel].strip());
            if (!Float.isFinite(values[channel])) {
                throw new NumberFormatException("not finite");
            }
        }
        if (micros == 0) {
            leaveOut("records at time 0: left out");
            return;
        }
        String user = fields[0].strip();
        String recording = user + "," + fields[1];
        if (!recording.equals(last) || micros < lastMicros) {
            rows.startFile();
        }
        last = recording;
        lastMicros = micros;
        good++;
        rows.add(micros, values, fields[1], user);
    }

    private void leaveOut(String why) {
        bad++;
        defects.add(why);
    }
}
