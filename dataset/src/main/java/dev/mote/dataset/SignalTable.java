package dev.mote.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a user's CSV files of one header: a time, a column for each channel, a label, and a group if there is one. Every error names file
 * and line.
 */
final class SignalTable {
    private static final String EXPECTED =
            "expected timestamp_us (or _ms, _s, _ns), a column for each channel, label, and perhaps group;"
                    + " a recipe can name other columns (docs/data.md)";

    private final ColumnOptions columns;
    private final SignalOptions options;
    private final SignalRows.Builder rows = new SignalRows.Builder();
    private SignalColumns layout;
    private String firstFile;

    private String where;
    private Optional<String> fileGroup;
    private long rowsOfFile;
    private long lastMicros;
    private String lastGroup;

    SignalTable(ColumnOptions columns, SignalOptions options) {
        this.columns = columns;
        this.options = options;
    }

    /** @param files one or more, each a recording of its own; all must have the same columns */
    static SignalRows read(List<Path> files, ColumnOptions columns, SignalOptions options) {
        SignalTable table = new SignalTable(columns, options);
        for (Path file : files) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                table.read(file.toString(), groupOf(file, options), reader);
            } catch (IOException | UncheckedIOException e) {
                throw new BadInputException(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
            }
        }
        return table.rows();
    }

    static Optional<String> groupOf(Path file, SignalOptions options) {
        if (options.groupFile().isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher =
                Pattern.compile(options.groupFile()).matcher(file.getFileName().toString());
        if (!matcher.find()) {
            throw new BadInputException(
                    file + ": nothing in its name is like group_file '" + options.groupFile() + "' of the recipe");
        }
        return Optional.of(matcher.group(Math.min(1, matcher.groupCount())));
    }

    SignalRows rows() {
        return rows.build(layout == null ? List.of() : layout.channels());
    }

    /** @param group of the whole file, in place of a column */
    void read(String file, Optional<String> group, Reader text) {
        where = file;
        fileGroup = group;
        rowsOfFile = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(columns.separator())
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw new BadInputException(file + ": is empty; " + EXPECTED);
            }
            List<String> header = columns.columns().isEmpty()
                    ? records.next().getFields().stream()
                            .map(name -> name.replace("\uFEFF", "").strip())
                            .toList()
                    : columns.columns();
            use(header);
            rows.startFile();
            records.forEachRemaining(this::add);
        } catch (CsvParseException e) {
            throw new BadInputException(file + ": is no valid CSV (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void use(List<String> header) {
        if (layout == null) {
            layout = layout(header);
            firstFile = where;
        } else if (!header.equals(layout.header())) {
            throw new BadInputException(where + ", line 1: columns are " + shown(header.toString()) + ", but "
                    + firstFile + " has " + layout.header() + "; all files of a folder must have the same");
        }
    }

    private SignalColumns layout(List<String> header) {
        if (new HashSet<>(header).size() < header.size() || header.contains("")) {
            throw new BadInputException(
                    where + ", line 1: columns are " + shown(header.toString()) + "; each needs a name of its own");
        }
        List<String> wanted = columns.features().stream().map(Quantity::name).toList();
        return SignalColumns.of(header, columns, wanted, options.time())
                .orElseThrow(() -> new BadInputException(
                        where + ", line 1: columns are " + shown(header.toString()) + "; " + EXPECTED));
    }

    private void add(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != layout.header().size()) {
            throw new BadInputException(at(line) + row.getFieldCount() + " columns, expected "
                    + layout.header().size() + " as in the header");
        }
        float[] values = new float[layout.channels().size()];
        for (int channel = 0; channel < values.length; channel++) {
            int column = layout.channelColumns()[channel];
            values[channel] =
                    number(layout.header().get(column), row.getField(column).strip(), line);
        }
        String label = name(row, layout.label(), line);
        String group = layout.group() < 0 ? fileGroup.orElse(null) : name(row, layout.group(), line);
        long micros = layout.time() < 0
                ? Math.round(rowsOfFile * 1e6 / options.rateHertz())
                : micros(row.getField(layout.time()).strip(), line);
        rowsOfFile++;
        checkTime(micros, group, line);
        rows.add(micros, values, label, group);
    }

    /** Time may start anew with another group, as with another file. Resampling puts right what else is wrong with it. */
    private void checkTime(long micros, String group, long line) {
        boolean sameRecording = rowsOfFile > 1 && (group == null || group.equals(lastGroup));
        if (sameRecording && micros <= lastMicros && options.rateHertz() == 0) {
            throw new BadInputException(at(line) + layout.header().get(layout.time()) + " is " + micros + " after "
                    + lastMicros
                    + " microseconds; times must rise from row to row within a file and group, or give a rate in the"
                    + " recipe to which the signal is resampled");
        }
        lastMicros = micros;
        lastGroup = group;
    }

    private long micros(String field, long line) {
        String unit = layout.unit().keyword();
        try {
            if (layout.unit() != TimeColumn.Unit.S && !field.matches("[-+]?\\d+") && options.rateHertz() == 0) {
                throw new NumberFormatException("a fraction");
            }
            return layout.unit().micros(field);
        } catch (NumberFormatException | ArithmeticException e) {
            String expected = unit.equals("us") ? "whole microseconds" : "a time in " + unit;
            throw new BadInputException(
                    at(line) + layout.header().get(layout.time()) + " is \"" + shown(field) + "\", expected "
                            + expected,
                    e);
        }
    }

    private String name(CsvRecord row, int column, long line) {
        String field = row.getField(column).strip();
        if (field.isEmpty()) {
            throw new BadInputException(at(line) + layout.header().get(column) + " is empty, expected a name");
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
        return where + ", line " + line + ": ";
    }

    private static String shown(String text) {
        return TextTable.shown(text);
    }
}
