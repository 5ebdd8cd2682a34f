package dev.mote.dataset.recording;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Optional;

/** Cells of CSV text, record by record. */
final class CsvSource implements TextRows.Source {
    /** Characters of one record; a longer one is no row of a sensor. */
    private static final int LONGEST_RECORD = 1 << 16;

    private final String where;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long line;

    CsvSource(String where, Reader text, char separator) {
        this.where = where;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .detectBomHeader(false)
                .maxBufferSize(LONGEST_RECORD)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler(), text);
        this.records = reader.iterator();
    }

    private static CsvRecordHandler handler() {
        return CsvRecordHandler.builder()
                .maxFieldSize(LONGEST_RECORD)
                .maxRecordSize(LONGEST_RECORD)
                .build();
    }

    @Override
    public Optional<TextRows.Cells> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return Optional.of(new TextRows.Cells(line, record.getFields()));
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CharacterCodingException ? unreadable("bytes that are no UTF-8", e) : e;
        } catch (CsvParseException e) {
            throw e.getCause() instanceof CharacterCodingException
                    ? unreadable("bytes that are no UTF-8", e)
                    : unreadable("a line that is too long, or a quote that does not end", e);
        }
    }

    private BadInputException unreadable(String why, Exception cause) {
        return new BadInputException(
                where + ": after line " + line + " it is no CSV in UTF-8 with records below " + LONGEST_RECORD
                        + " characters: it has " + why + "; repair the file",
                cause);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
