package dev.mote.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a user's CSV files of one header: {@code timestamp_us}, a column for each channel, {@code label}, and {@code group} if there is one.
 * Every error names file and line.
 */
final class SignalTable {
    static final String TIME = "timestamp_us";
    static final String LABEL = "label";
    static final String GROUP = "group";
    private static final String EXPECTED =
            "expected " + TIME + ", a column for each channel, " + LABEL + ", and perhaps " + GROUP + " (docs/data.md)";

    /** Characters of the file that a message repeats. */
    private static final int MAX_SHOWN = 200;

    private final Path file;
    private final List<String> header;
    private final SignalRows.Builder rows;
    private long lastMicros;
    private String lastGroup;
    private boolean first = true;

    private SignalTable(Path file, List<String> header, SignalRows.Builder rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    /** @param files one or more, each a recording of its own; all must have the same columns */
    static SignalRows read(List<Path> files) {
        SignalRows.Builder rows = new SignalRows.Builder();
        List<String> header = List.of();
        for (Path file : files) {
            List<String> own = read(file, rows);
            if (!header.isEmpty() && !own.equals(header)) {
                throw new BadInputException(file + ", line 1: columns are " + shown(own.toString()) + ", but "
                        + files.getFirst() + " has " + header + "; all files of a folder must have the same");
            }
            header = own;
        }
        return rows.build(channels(header));
    }

    private static List<String> read(Path file, SignalRows.Builder rows) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw new BadInputException(file + ": is empty; " + EXPECTED);
            }
            List<String> header =
                    records.next().getFields().stream().map(String::strip).toList();
            checkHeader(file, header);
            SignalTable table = new SignalTable(file, header, rows);
            rows.startFile();
            records.forEachRemaining(table::add);
            return header;
        } catch (IOException | UncheckedIOException e) {
            throw new BadInputException(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        } catch (CsvParseException e) {
            throw new BadInputException(file + ": is no valid CSV (" + e.getMessage() + ")", e);
        }
    }

    private static List<String> channels(List<String> header) {
        return header.stream()
                .filter(column -> !List.of(TIME, LABEL, GROUP).contains(column))
                .toList();
    }

    private static void checkHeader(Path file, List<String> header) {
        if (!header.contains(TIME)
                || !header.contains(LABEL)
                || channels(header).isEmpty()) {
            throw new BadInputException(file + ", line 1: columns are " + shown(header.toString()) + "; " + EXPECTED);
        }
        if (new HashSet<>(header).size() < header.size() || header.contains("")) {
            throw new BadInputException(
                    file + ", line 1: columns are " + shown(header.toString()) + "; each needs a name of its own");
        }
    }

    private void add(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != header.size()) {
            throw new BadInputException(
                    at(line) + row.getFieldCount() + " columns, expected " + header.size() + " as in the header");
        }
        long micros = 0;
        String label = "";
        String group = null;
        float[] values = new float[channels(header).size()];
        int channel = 0;
        for (int i = 0; i < header.size(); i++) {
            String field = row.getField(i).strip();
            switch (header.get(i)) {
                case TIME -> micros = micros(field, line);
                case LABEL -> label = name(LABEL, field, line);
                case GROUP -> group = name(GROUP, field, line);
                default -> values[channel++] = number(header.get(i), field, line);
            }
        }
        checkTime(micros, group, line);
        rows.add(micros, values, label, group);
    }

    /** Time may start anew with another group, as with another file. */
    private void checkTime(long micros, String group, long line) {
        boolean sameRecording = !first && (group == null || group.equals(lastGroup));
        if (sameRecording && micros <= lastMicros) {
            throw new BadInputException(at(line) + TIME + " is " + micros + " after " + lastMicros
                    + "; times must rise from row to row within a file and group");
        }
        first = false;
        lastMicros = micros;
        lastGroup = group;
    }

    private long micros(String field, long line) {
        try {
            return Long.parseLong(field);
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    at(line) + TIME + " is \"" + shown(field) + "\", expected whole microseconds", e);
        }
    }

    private String name(String column, String field, long line) {
        if (field.isEmpty()) {
            throw new BadInputException(at(line) + column + " is empty, expected a name");
        }
        return field;
    }

    private float number(String column, String field, long line) {
        try {
            float number = Float.parseFloat(field);
            if (Float.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadInputException(at(line) + column + " is \"" + shown(field) + "\", expected a number", e);
        }
        throw new BadInputException(at(line) + column + " is " + shown(field) + ", expected a finite number");
    }

    private String at(long line) {
        return file + ", line " + line + ": ";
    }

    /** Fit for one line of a message, whatever is in the file. */
    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= MAX_SHOWN ? printable : printable.substring(0, MAX_SHOWN) + "...";
    }
}
