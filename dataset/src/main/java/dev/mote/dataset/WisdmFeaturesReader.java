package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads WISDM's computed features: an ARFF file of 43 numbers, user and class for each 10 seconds. A time between peaks that could not be computed
 * is a question mark there: it becomes 0, which no real one is.
 */
final class WisdmFeaturesReader {
    private static final String SHA256 = "b083abfe759dea1b8f5eae01f2bef135bbecb25246c8d1eb52afdbfadd3e883a";
    private static final String ID = "UNIQUE_ID";
    private static final String USER = "user";
    private static final String CLASS = "class";

    private WisdmFeaturesReader() {}

    static void verify(Path file) {
        String found = Checksum.of(bytes(file));
        if (!found.equals(SHA256)) {
            throw new BadInputException(
                    file + ": SHA-256 is " + found + ", expected " + SHA256 + ": not the published file");
        }
    }

    static Dataset read(Path file, long seed, DataOptions options) {
        verify(file);
        SignalDefects defects = new SignalDefects();
        TextTable table = table(file, new String(bytes(file), StandardCharsets.ISO_8859_1), defects);
        ColumnOptions columns = new ColumnOptions(List.of(), ColumnOptions.COMMA, List.of(), List.of(), CLASS, USER);
        DataOptions all =
                new DataOptions(false, List.of(), columns, options.test(), SignalOptions.DEFAULT, Optional.empty());
        return TableDataset.of(table, "wisdm-features", seed, all).withNotes(defects.notes());
    }

    /** Without the identifier, which tells nothing about a person's movement. */
    static TextTable table(Path file, String text, SignalDefects defects) {
        List<String> columns = new ArrayList<>();
        List<TextTable.Row> rows = new ArrayList<>();
        int id = -1;
        long line = 0;
        for (String raw : text.lines().toList()) {
            line++;
            String stripped = raw.strip();
            String lower = stripped.toLowerCase(Locale.ROOT);
            if (lower.startsWith("@attribute")) {
                String name = stripped.substring("@attribute".length())
                        .strip()
                        .split("[\\s{]", 2)[0]
                        .replace("\"", "");
                columns.add(name);
            } else if (!stripped.isEmpty() && !stripped.startsWith("@") && !stripped.startsWith("%")) {
                id = columns.indexOf(ID);
                rows.add(row(file, line, stripped, columns.size(), id, defects));
            }
        }
        if (rows.isEmpty() || id < 0) {
            throw new BadInputException(file + ": is no ARFF file of WISDM's features");
        }
        columns.remove(id);
        return new TextTable(file, List.copyOf(columns), rows);
    }

    private static TextTable.Row row(Path file, long line, String text, int columns, int id, SignalDefects defects) {
        String[] cells = text.split(",", -1);
        if (cells.length != columns) {
            throw new BadInputException(file + ", line " + line + ": " + cells.length + " values, expected " + columns);
        }
        List<String> row = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i].strip().replace("\"", "");
            if (cell.equals("?")) {
                defects.add("missing times between peaks: taken as 0");
                cell = "0";
            }
            if (i != id) {
                row.add(cell);
            }
        }
        return new TextTable.Row(line, row);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
