package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Goal;
import dev.mote.model.CheckFailedException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Firmware that goes wrong ends with a line that says how, never in a hang. */
class BoardFaultTest {
    private static final String FIRST_LAYER = "    MOTE_LAYER(0);";

    @ParameterizedTest
    @EnumSource(
            names = {"MICROBIT", "ATMEGA.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    void reportsABadAccess(Board board) {
        String message = failure(board, "    *(volatile int32_t *)0xf0000000u = 1;\n");
        assertTrue(message.startsWith("small on " + board.option() + ": fault bad_access "), message);
        assertTrue(message.matches(".* pc=[0-9a-f]{8} .*"), message);
    }

    @ParameterizedTest
    @EnumSource(names = "MICROBIT")
    void reportsABadAccessWithoutItsCause(Board board) {
        String message = failure(board, "    *(volatile int32_t *)0x70000000u = 1;\n");
        assertTrue(message.startsWith("small on microbit: fault hard_fault "), message);
        assertTrue(message.matches(".* pc=[0-9a-f]{8} .*"), message);
    }

    @ParameterizedTest
    @EnumSource
    void reportsAStackOverflow(Board board) {
        String message = failure(board, """
                    volatile uint8_t frame[70];
                    frame[0] = (uint8_t)(uintptr_t)arena;
                    if (frame[0] != 1) {
                        return small_run(arena, input, output) + frame[0];
                    }
                """);
        assertTrue(message.startsWith("small on " + board.option() + ": fault stack_overflow "), message);
        assertTrue(message.contains(" sp="), message);
    }

    @ParameterizedTest
    @EnumSource
    void endsAnEndlessLoop(Board board) {
        String message = failure(board, "    for (volatile int i = 0; i == 0;) {\n    }\n");
        assertTrue(message.contains("did not end within") || message.contains("time_limit"), message);
    }

    private static String failure(Board board, String code) {
        Installed.require(board);
        CProject project = SmallModel.changed(text -> text.replace(FIRST_LAYER, code + FIRST_LAYER));
        try (BoardFirmware firmware =
                BoardFirmware.build("small", project, board, Goal.SPEED).withLimit(Duration.ofSeconds(3))) {
            return assertThrows(CheckFailedException.class, () -> firmware.run(List.of(new byte[64])))
                    .getMessage();
        }
    }
}
