package dev.mote.model.frontend.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The low-pass beside the same recursion in doubles. */
class LowPassTest {

    @Test
    void isWithinOneCountOfDoubles() {
        Random random = new Random(5);
        for (double cutoff : new double[] {0.01, 0.3, 1, 5, 20, 1000}) {
            LowPass filter = LowPass.of(cutoff, 50);
            double share = 1 - StrictMath.exp(-2 * Math.PI * cutoff / 50);
            int[] values = random.ints(1024, -(1 << 15), 1 << 15).toArray();
            long sum = 0;
            for (int value : values) {
                sum += value;
            }
            int state = LowPass.start(sum, values.length);
            double exact = (double) sum / values.length;
            for (int value : values) {
                state = filter.next(state, value);
                exact += (value - exact) * share;
                assertEquals(exact, LowPass.output(state), 0.6, "cutoff " + cutoff);
            }
        }
    }

    @Test
    void takesTheEndsOfASeries() {
        int end = (1 << FrontEndFormats.SERIES_BITS) - 1;
        LowPass filter = new LowPass(1 << 30);
        int state = LowPass.start((long) -end * 1024, 1024);
        assertEquals(-end, LowPass.output(state));
        state = filter.next(state, end);
        assertEquals(end, LowPass.output(state));
        assertEquals(-end, LowPass.output(filter.next(state, -end)));
    }

    @Test
    void startsAtTheMeanOfAnyNumberOfRows() {
        assertEquals(Math.round(-100.0 / 3 * 4096), LowPass.start(-100, 3));
        assertEquals(Math.round(100.0 / 7 * 4096), LowPass.start(100, 7));
    }

    @Test
    void refusesAShareOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> new LowPass(0));
        assertEquals(1, LowPass.of(1e-12, 50).share());
    }
}
