package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Goal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The counters against loops of known length. */
class BoardCountTest {
    private static final String FIRST_LAYER = "    MOTE_LAYER(0);";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "M.*")
    void countsAMillionTurnsOnArm(Board board) {
        check(board, 2_000_001, """
                    __asm volatile(".syntax unified\\n\\t"
                                   "ldr r0, =1000000\\n\\t"
                                   "1: subs r0, #1\\n\\t"
                                   "bne 1b" ::: "r0", "cc");
                """);
    }

    @ParameterizedTest
    @EnumSource(names = "VIRT")
    void countsAMillionTurnsOnRiscV(Board board) {
        check(board, 2_000_002, """
                    __asm volatile("li a0, 1000000\\n\\t"
                                   "1: addi a0, a0, -1\\n\\t"
                                   "bnez a0, 1b" ::: "a0");
                """);
    }

    /** Two cycles an instruction each, a branch that is not taken one less: by the data sheet. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "ATMEGA.*")
    void countsCyclesOnAvr(Board board) {
        check(board, 4L * 65_535 - 1 + 2, """
                    __asm volatile("ldi r24, 0xff\\n\\t"
                                   "ldi r25, 0xff\\n\\t"
                                   "1: sbiw r24, 1\\n\\t"
                                   "brne 1b" ::: "r24", "r25");
                """);
    }

    /** What the loop adds to the run of the model. */
    private static void check(Board board, long expected, String loop) {
        Installed.require(board);
        CProject looping = SmallModel.changed(text -> text.replace(FIRST_LAYER, loop + FIRST_LAYER));
        long with = instructions(board, looping);
        long without = instructions(board, SmallModel.project());
        assertEquals(expected, with - without, 8, "the loop, give or take what the compiler moves around it");
    }

    private static long instructions(Board board, CProject project) {
        byte[] sample = new byte[64];
        try (BoardFirmware firmware = BoardFirmware.build("small", project, board, Goal.SPEED)) {
            return board.clock()
                    .instructions(firmware.run(List.of(sample, sample)).runs().get(1));
        }
    }
}
