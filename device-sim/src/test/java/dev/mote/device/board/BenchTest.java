package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of a bench. */
class BenchTest {
    /** A float32 network on a Cortex-M3: 4,618,871,200 instructions are 7,390,193,920 ticks, a turn of the counter and 3,095,226,624 more. */
    @Test
    void countsRunsLongerThanTheCounter() {
        List<Long> layers = List.of(3_000_000_000L, 4_000_000_000L, 390_193_000L);
        assertEquals(7_390_193_920L, Bench.unwrapped(3_095_226_624L, layers));
    }

    @Test
    void leavesOthersAsTheyAre() {
        assertEquals(1_000, Bench.unwrapped(1_000, List.of(300L, 400L)));
        assertEquals(1_000, Bench.unwrapped(1_000, List.of(600L, 600L)));
        assertEquals(4_294_967_000L, Bench.unwrapped(4_294_967_000L, List.of(4_294_900_000L)));
    }
}
