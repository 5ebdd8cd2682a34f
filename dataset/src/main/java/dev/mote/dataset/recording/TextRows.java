package dev.mote.dataset.recording;

import dev.mote.model.BadInputException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Turns cells of text into rows: of a file, of standard input, of messages. */
final class TextRows implements RowReader {
    /** Cells of a row. */
    record Cells(long line, List<String> cells) {}

    /** Where cells come from. */
    interface Source extends AutoCloseable {
        /** Empty at the end. */
        Optional<Cells> next();

        @Override
        void close();
    }

    private static final int LONGEST_SHOWN = 40;
    /** How other programs write a value that is not there. */
    private static final Set<String> NOTHING = Set.of("", "nan", "null", "none", "na", "n/a", "inf", "-inf");

    private final Source source;
    private final StreamColumns columns;
    private final StreamText text;
    private final int[] channels;
    private final Defects defects;
    private final RowSelection selection;
    private long rows;
    private int stretch;
    private String group = "";

    /** @param selection which groups' rows are taken */
    TextRows(
            Source source,
            StreamColumns columns,
            StreamText text,
            int[] channels,
            Defects defects,
            RowSelection selection) {
        this.source = source;
        this.columns = columns;
        this.text = text;
        this.channels = channels;
        this.defects = defects;
        this.selection = selection;
    }

    @Override
    public Optional<RecordedRow> next() {
        for (Optional<Cells> cells = source.next(); cells.isPresent(); cells = source.next()) {
            Optional<RecordedRow> row = row(cells.get().line(), cells.get().cells());
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    private Optional<RecordedRow> row(long line, List<String> cells) {
        if (cells.size() != columns.count()) {
            requireClosedQuotes(line, cells);
            defects.add(
                    Defect.WRONG_COLUMNS,
                    line,
                    "has " + cells.size() + " columns, expected " + columns.count() + " as in the header");
            return Optional.empty();
        }
        String owner = columns.group() < 0 ? "" : cells.get(columns.group()).strip();
        if (!selection.takes(owner)) {
            return Optional.empty();
        }
        if (!owner.equals(group)) {
            stretch += rows > 0 ? 1 : 0;
            group = owner;
        }
        Optional<Long> micros = micros(line, cells);
        if (micros.isEmpty()) {
            return Optional.empty();
        }
        float[] values = new float[channels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(
                    line,
                    cells.get(columns.places()[channels[i]]),
                    columns.channels().get(channels[i]));
        }
        rows++;
        String label = columns.label() < 0 ? "" : cells.get(columns.label()).strip();
        return Optional.of(new RecordedRow(line, stretch, micros.get(), values, label));
    }

    /** A quote that does not end swallows the rows after it: they would be lost as one row with too few columns. */
    private void requireClosedQuotes(long line, List<String> cells) {
        if (cells.stream().anyMatch(cell -> cell.indexOf('\n') >= 0)) {
            throw defects.refusal(
                    line,
                    "has a quote that does not end in its line, so that rows after it are lost; remove the quote");
        }
    }

    private Optional<Long> micros(long line, List<String> cells) {
        if (columns.time() < 0) {
            return Optional.of(Math.round(rows * 1e6 / text.rateHertz()));
        }
        String cell = cells.get(columns.time()).strip();
        try {
            return Optional.of(columns.timeUnit().micros(cell));
        } catch (NumberFormatException | ArithmeticException e) {
            defects.add(Defect.UNREADABLE_TIME, line, "time is \"" + shown(cell) + "\", expected a number");
            return Optional.empty();
        }
    }

    private float value(long line, String cell, String channel) {
        try {
            float value = Float.parseFloat(cell);
            if (Float.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            if (!NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT))) {
                defects.add(Defect.UNREADABLE_VALUE, line, channel + " is \"" + shown(cell) + "\", expected a number");
                return Float.NaN;
            }
        }
        String found = cell.isBlank() ? "empty" : shown(cell);
        defects.add(Defect.MISSING_VALUE, line, channel + " is " + found + ", expected a finite number");
        return Float.NaN;
    }

    private static String shown(String cell) {
        String printable = cell.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "...";
    }

    @Override
    public void close() {
        source.close();
    }

    /** @throws BadInputException if rows have neither times nor a rate */
    static void requireTime(String where, StreamColumns columns, StreamText text) {
        if (columns.time() < 0 && text.rateHertz() == 0) {
            throw new BadInputException(where
                    + ", line 1: has no column timestamp_us (or _ms, _s, _ns), so the rate is not known; name the column,"
                    + " or tell the rate with: --rate HERTZ");
        }
    }
}
