package dev.mote.dataset.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.DataOptions;
import dev.mote.model.BadInputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRecordingsTest {

    @Test
    void readsTheChannelsThatAreWanted() {
        Recording recording = live("""
                \uFEFFtimestamp_ms, ax [m/s2], remark, ay (m/s2), label
                0, 1.5, hello, -2, walking
                20, 2.5, , -3,
                """);
        assertEquals(List.of("ax", "remark", "ay"), recording.format().channels());
        assertEquals(List.of("m/s2", "", "m/s2"), recording.format().units());
        Defects defects = new Defects(BadDataPolicy.FAIL, "test");
        List<RecordedRow> rows = rows(recording.open(new int[] {2, 0}, defects));
        assertArrayEquals(new float[] {-2, 1.5f}, rows.get(0).values());
        assertEquals("walking", rows.get(0).label());
        assertEquals(20_000, rows.get(1).micros());
        assertEquals("", rows.get(1).label());
    }

    @Test
    void countsWhatIsWrongByKind() {
        Recording recording = live("""
                timestamp_us,ax,ay,label
                0,1,2,a
                20000,,2,a
                40000,NaN,1e99,a
                60000,x,2,a
                soon,1,2,a
                80000,1,2
                100000,1,2,a,b
                """);
        Defects defects = new Defects(BadDataPolicy.INTERPOLATE, "test");
        assertEquals(4, rows(recording.open(new int[] {0, 1}, defects)).size());
        assertEquals(
                Map.of("missing_value", 3L, "unreadable_value", 1L, "unreadable_time", 1L, "wrong_columns", 2L),
                defects.counts());
    }

    @Test
    void failsAtTheFirstBadRowIfToldTo() {
        Recording recording = live("timestamp_us,ax,label\n0,1,a\n20000,,a\n");
        RowReader reader = recording.open(new int[] {0}, new Defects(BadDataPolicy.FAIL, "walk.csv"));
        reader.next();
        assertEquals(
                "walk.csv, line 3: ax is empty, expected a finite number; repair it, or let it pass with: --policy"
                        + " interpolate or --policy drop",
                assertThrows(BadInputException.class, reader::next).getMessage());
    }

    @Test
    void beginsAnotherStretchWithAnotherPerson() {
        Recording recording = live("timestamp_us,ax,label,group\n0,1,a,ann\n20000,1,a,ann\n0,1,a,bob\n");
        List<RecordedRow> rows = rows(recording.open(new int[] {0}, new Defects(BadDataPolicy.FAIL, "")));
        assertEquals(List.of(0, 0, 1), rows.stream().map(RecordedRow::stretch).toList());
    }

    @Test
    void countsTimeByARateThatIsTold() {
        StreamText text = StreamText.of("x", DataOptions.DEFAULT, 25);
        Recording recording = TextRecordings.ofLive("x", bytes("ax\n1\n2\n3\n"), text);
        List<RecordedRow> rows = rows(recording.open(new int[] {0}, new Defects(BadDataPolicy.FAIL, "")));
        assertEquals(
                List.of(0L, 40_000L, 80_000L),
                rows.stream().map(RecordedRow::micros).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0,1,2\n",
                "ax,ay\n1,2\n",
                "timestamp_us,label\n0,a\n",
                "timestamp_us,ax,ax\n0,1,2\n",
                "timestamp_us,ax [g],ax [m/s2]\n0,1,2\n",
                "\u0000\u0001\u0002binary\u0003\n",
                "timestamp_us,,ax\n0,1,2\n",
            })
    void refusesTextWithoutAProperHeader(String text) {
        String message = assertThrows(BadInputException.class, () -> live(text)).getMessage();
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.startsWith("test"), message);
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] bytes = {'t', (byte) 0xFF, (byte) 0xFE, '\n'};
        StreamText text = StreamText.of("test", DataOptions.DEFAULT, 0);
        String message = assertThrows(
                        BadInputException.class,
                        () -> TextRecordings.ofLive("test", new ByteArrayInputStream(bytes), text))
                .getMessage();
        assertTrue(message.startsWith("test: after line 0 it is no CSV in UTF-8"), message);
    }

    @Test
    void refusesAnEndlessLine() {
        Recording recording = live("timestamp_us,ax\n0," + "1".repeat(1 << 18) + "\n");
        RowReader reader = recording.open(new int[] {0}, new Defects(BadDataPolicy.DROP, "test"));
        String message = assertThrows(BadInputException.class, reader::next).getMessage();
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.contains("records below 65536 characters"), message);
    }

    @Test
    void refusesAQuoteThatSwallowsRows() {
        Recording recording = live("timestamp_us,ax,ay\n0,1,2\n20000,\"1,2\n40000,1,2\n60000,1,2\n");
        RowReader reader = recording.open(new int[] {0, 1}, new Defects(BadDataPolicy.INTERPOLATE, "test"));
        reader.next();
        String message = assertThrows(BadInputException.class, reader::next).getMessage();
        assertTrue(message.startsWith("test, line 3: has a quote that does not end"), message);
    }

    @Test
    void readsRowsOfMessages() {
        MessageText text = new MessageText("ws://x", ',');
        assertEquals(
                List.of(new TextRows.Cells(1, List.of("timestamp_us", "ax"))), text.rows("[\"timestamp_us\",\"ax\"]"));
        assertEquals(
                List.of(new TextRows.Cells(2, List.of("0", "1.5")), new TextRows.Cells(3, List.of("20000", ""))),
                text.rows("[[0, 1.5], [20000, null]]"));
        assertEquals(
                List.of(new TextRows.Cells(4, List.of("40000", "2")), new TextRows.Cells(5, List.of("60000", ""))),
                text.rows("40000,2\n60000,\n"));
        assertEquals(List.of(), text.rows("[]"));
        assertThrows(BadInputException.class, () -> text.rows("[1, 2"));
    }

    private static Recording live(String text) {
        return TextRecordings.ofLive("test", bytes(text), StreamText.of("test", DataOptions.DEFAULT, 0));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<RecordedRow> rows(RowReader reader) {
        List<RecordedRow> rows = new ArrayList<>();
        for (Optional<RecordedRow> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get());
        }
        return rows;
    }
}
