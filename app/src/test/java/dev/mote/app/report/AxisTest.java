package dev.mote.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void roundsItsEndsToTicks() {
        Axis axis = Axis.rounded(0.03, 0.61, 5, 0, 100);

        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8"), labels(axis));
        assertEquals(50, axis.at(0.4), 1e-9);
    }

    @Test
    void keepsExactEndsAndTicksWithinThem() {
        Axis axis = Axis.exact(-1.3, 2.2, 4, 100, 0);

        assertEquals(List.of("−1", "0", "1", "2"), labels(axis));
        assertEquals(100, axis.at(-1.3), 1e-9);
        assertEquals(0, axis.at(2.2), 1e-9);
    }

    @Test
    void makesRoomAroundOneValue() {
        assertEquals(List.of("3", "4"), labels(Axis.rounded(3, 3, 5, 0, 100)));
    }

    @Test
    void separatesThousands() {
        assertEquals(List.of("0", "1,000", "2,000"), labels(Axis.exact(0, 2_500, 3, 0, 100)));
    }

    private static List<Object> labels(Axis axis) {
        return axis.ticks().stream().map(tick -> tick.get("label")).toList();
    }
}
