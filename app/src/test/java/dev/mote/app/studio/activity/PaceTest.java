package dev.mote.app.studio.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long MILLIS = 1_000_000;

    private long now = 77 * MILLIS;
    private final Pace pace = new Pace(() -> now);

    private long dueAfter(long millis) {
        now += millis * MILLIS;
        return pace.due();
    }

    @Test
    void goesWithTheClock() {
        assertEquals(0, dueAfter(100));
        pace.run();
        assertEquals(66_000, dueAfter(66));
        pace.speed(10);
        assertEquals(66_000 + 660_000, dueAfter(66));
        pace.speed(1);
        assertEquals(66_000 + 660_000 + 1_000, dueAfter(1));
    }

    @Test
    void doesNotDrift() {
        pace.run();
        long due = 0;
        for (int i = 0; i < 1_000_000; i++) {
            now += 66 * MILLIS + 1;
            due = pace.due();
        }
        assertEquals(66_000L * 1_000_000 + 1_000, due);
        assertEquals(0, pace.waitedSeconds());
    }

    @Test
    void standsStillInAPause() {
        pace.run();
        dueAfter(100);
        pace.pause();
        assertFalse(pace.isRunning());
        assertEquals(100_000, dueAfter(60_000));
        pace.run();
        pace.run();
        assertEquals(200_000, dueAfter(100));
        assertEquals(0, pace.waitedSeconds());
    }

    @Test
    void waitsForWhoCannotKeepUpAndTellsIt() {
        pace.run();
        assertEquals(500_000, dueAfter(3_000));
        assertEquals(2.5, pace.waitedSeconds());
        assertEquals(600_000, dueAfter(100));
    }
}
