package dev.mote.dataset.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class PushedRowsTest {
    private static RecordedRow row(int number) {
        return new RecordedRow(0, 0, number, new float[] {number}, "");
    }

    @Test
    void readerWaitsForRows() throws InterruptedException {
        PushedRows rows = new PushedRows();
        Thread sensor = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 3; i++) {
                rows.push(row(i));
            }
            rows.end();
        });
        for (int i = 0; i < 3; i++) {
            assertEquals(i, rows.next().orElseThrow().micros());
        }
        assertTrue(rows.next().isEmpty());
        sensor.join();
    }

    @Test
    void countsWhatHasNoRoom() {
        PushedRows rows = new PushedRows();
        for (int i = 0; i < PushedRows.CAPACITY + 7; i++) {
            rows.push(row(i));
        }
        assertEquals(7, rows.lost());
        assertEquals(PushedRows.CAPACITY, rows.waiting());
        rows.end();
        rows.push(row(0));
        assertEquals(8, rows.lost());
        int read = 0;
        while (rows.next().isPresent()) {
            read++;
        }
        assertEquals(PushedRows.CAPACITY, read);
    }
}
