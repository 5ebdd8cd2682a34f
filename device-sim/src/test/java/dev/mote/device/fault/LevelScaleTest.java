package dev.mote.device.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelScaleTest {
    private static final double RATE_HERTZ = 50;

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void offersOnlyLevelsThatTheParserTakes(FaultKind kind) {
        LevelScale scale = LevelScale.of(kind);
        List<String> levels = scale.choices().isEmpty()
                ? List.of(text(scale, scale.min()), text(scale, scale.start()), text(scale, scale.max()))
                : scale.choices();
        for (String level : levels) {
            assertEquals(kind, Fault.parse(kind.option() + ":" + level).kind(), level);
        }
        assertTrue(scale.min() <= scale.start() && scale.start() <= scale.max(), scale.toString());
    }

    private static String text(LevelScale scale, double level) {
        return String.format(Locale.ROOT, "%.4f%s", scale.ofRate() ? level * RATE_HERTZ : level, scale.unit())
                .replaceAll("\\.?0+(?=[^0-9.]*$)", "");
    }

    @Test
    void knowsTheRangeOfAKind() {
        assertEquals(new LevelScale("%", 0, 95, 0.5, 10, false, List.of()), LevelScale.of(FaultKind.DROPOUT));
        assertEquals(new LevelScale("deg", 0, 180, 1, 20, false, List.of()), LevelScale.of(FaultKind.ROTATE));
        assertEquals(List.of("xy", "yz", "xz"), LevelScale.of(FaultKind.SWAP).choices());
    }
}
