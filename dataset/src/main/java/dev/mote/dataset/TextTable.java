package dev.mote.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The cells of a CSV file, with the names of its columns. */
record TextTable(Path file, List<String> columns, List<Row> rows) {
    /** Characters of the file that a message repeats. */
    private static final int MAX_SHOWN = 200;

    /** @param line of the file, counted from 1 */
    record Row(long line, List<String> cells) {}

    /** @throws BadInputException if a row has not as many cells as there are columns, or two columns have one name */
    static TextTable read(Path file, ColumnOptions options) {
        List<Row> rows = rows(file, options.separator(), Integer.MAX_VALUE);
        if (rows.isEmpty()) {
            throw new BadInputException(file + ": is empty, expected a table");
        }
        boolean header = options.columns().isEmpty();
        List<String> columns = header ? rows.getFirst().cells() : options.columns();
        if (new HashSet<>(columns).size() < columns.size() || columns.contains("")) {
            throw new BadInputException(
                    file + ", line 1: columns are " + shown(columns.toString()) + "; each needs a name of its own");
        }
        List<Row> body = header ? rows.subList(1, rows.size()) : rows;
        if (body.isEmpty()) {
            throw new BadInputException(file + ": has a header, but no rows");
        }
        for (Row row : body) {
            if (row.cells().size() != columns.size()) {
                throw new BadInputException(at(file, row.line()) + row.cells().size() + " columns, expected "
                        + columns.size() + ": " + shown(String.join(", ", columns)));
            }
        }
        return new TextTable(file, columns, body);
    }

    /** Names of the columns, without reading the rows. */
    static List<String> columns(Path file, ColumnOptions options) {
        return options.columns().isEmpty()
                ? rows(file, options.separator(), 1).stream()
                        .findFirst()
                        .map(Row::cells)
                        .orElse(List.of())
                : options.columns();
    }

    private static List<Row> rows(Path file, char separator, int limit) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            List<Row> rows = new ArrayList<>();
            for (CsvRecord row : reader) {
                if (rows.size() == limit) {
                    return rows;
                }
                rows.add(new Row(
                        row.getStartingLineNumber(),
                        row.getFields().stream().map(String::strip).toList()));
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw new BadInputException(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        } catch (CsvParseException e) {
            throw new BadInputException(file + ": is no valid CSV (" + e.getMessage() + ")", e);
        }
    }

    /** The place of a column. */
    int column(String name) {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw new BadInputException(
                    file + ": has no column '" + shown(name) + "', only: " + shown(String.join(", ", columns)));
        }
        return column;
    }

    /** A finite number of single precision. */
    float number(Row row, int column) {
        String cell = row.cells().get(column);
        String where = at(file, row.line()) + columns.get(column) + " is ";
        try {
            float number = Float.parseFloat(cell);
            if (Float.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    where + "\"" + shown(cell) + "\", expected a number; repair or remove that row", e);
        }
        throw new BadInputException(where + shown(cell) + ", expected a finite number; repair or remove that row");
    }

    /** A cell that is not empty. */
    String word(Row row, int column) {
        String cell = row.cells().get(column);
        if (cell.isEmpty()) {
            throw new BadInputException(at(file, row.line()) + columns.get(column) + " is empty, expected a name");
        }
        return cell;
    }

    private static String at(Path file, long line) {
        return file + ", line " + line + ": ";
    }

    /** Fit for one line of a message, whatever is in the file. */
    static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= MAX_SHOWN ? printable : printable.substring(0, MAX_SHOWN) + "...";
    }
}
