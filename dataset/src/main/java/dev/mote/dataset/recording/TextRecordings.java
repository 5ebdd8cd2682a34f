package dev.mote.dataset.recording;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recordings that are text with a header: {@code timestamp_us,ax,ay,az,...,label}. Only few rows are in memory at a time. */
public final class TextRecordings {
    private TextRecordings() {}

    /** Opens text once more. */
    public interface Text {
        InputStream open() throws IOException;
    }

    /**
     * Of a CSV file. Its header is read now.
     *
     * @throws BadInputException if it has no header, or neither times nor a rate
     */
    public static Recording ofFile(Path file, String subject, StreamText text, RowSelection selection) {
        return of(file.toString(), subject, () -> Files.newInputStream(file), text, selection);
    }

    /** Of CSV text that can be read more than once. Its header is read now. */
    public static Recording of(String where, String subject, Text csv, StreamText text, RowSelection selection) {
        StreamColumns columns;
        try (CsvSource source = new CsvSource(where, reader(csv), text.separator())) {
            columns = header(where, source, text);
        }
        return new Recording(subject, where, format(columns, text), (channels, defects) -> {
            CsvSource source = new CsvSource(where, reader(csv), text.separator());
            header(where, source, text);
            return new TextRows(source, columns, text, channels, defects, selection);
        });
    }

    /** Of standard input or the like, which can be read once: its header is read now, rows as they come. */
    public static Recording ofLive(String where, InputStream in, StreamText text) {
        return live(where, new CsvSource(where, decode(in), text.separator()), text);
    }

    /** Of a WebSocket's text messages: lines of CSV or JSON arrays, the header first. */
    public static Recording ofWebSocket(String address, StreamText text) {
        return live(address, WebSocketSource.connect(address, text.separator()), text);
    }

    static Recording live(String where, TextRows.Source source, StreamText text) {
        StreamColumns columns = header(where, source, text);
        return new Recording(
                "",
                where,
                format(columns, text),
                (channels, defects) -> new TextRows(source, columns, text, channels, defects, RowSelection.ALL));
    }

    private static StreamColumns header(String where, TextRows.Source source, StreamText text) {
        List<String> header = source
                .next()
                .orElseThrow(() -> new BadInputException(where + ": is empty; expected a header and rows"))
                .cells()
                .stream()
                .map(name -> name.replace("\uFEFF", "").strip())
                .toList();
        StreamColumns columns = StreamColumns.of(where, header, text);
        TextRows.requireTime(where, columns, text);
        return columns;
    }

    private static RecordingFormat format(StreamColumns columns, StreamText text) {
        return new RecordingFormat(
                text.name(), text.synthetic(), columns.units(), columns.channels(), text.rateHertz(), false);
    }

    private static Reader reader(Text csv) {
        try {
            return decode(csv.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are no UTF-8 are refused. */
    private static Reader decode(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
