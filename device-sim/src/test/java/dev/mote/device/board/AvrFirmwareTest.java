package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.RandomGraphs;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Drawn graphs: windows of all kinds, and constants that are operands, give the simulator's bytes on AVR. The seed is the position. */
@Tag("slow")
class AvrFirmwareTest {
    private static final int GRAPHS = Integer.getInteger("avr.graphs", 12);

    @TestFactory
    Stream<DynamicTest> givesTheInterpretersBytes() {
        Installed.require(Board.ATMEGA2560);
        return IntStream.range(0, GRAPHS).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
    }

    /** 12,376 bytes of arena, 12 of output, 8,192 of RAM less 192 of stack. */
    @Test
    void saysHowMuchRamIsMissing() {
        Installed.require(Board.ATMEGA2560);
        Bench bench = Bench.of(RandomGraphs.graph(34), new ModelSource("random.tflite", new byte[0]));
        String message = assertThrows(DoesNotFitException.class, () -> bench.run(Board.ATMEGA2560, Goal.SIZE))
                .getMessage();
        assertTrue(message.contains("RAM is short of 4,3") || message.contains("RAM is short of 4,4"), message);
    }

    private static void check(int seed) {
        Bench bench = Bench.of(RandomGraphs.graph(seed), new ModelSource("random.tflite", new byte[0]));
        try {
            Goal goal = seed % 2 == 0 ? Goal.SIZE : Goal.SPEED;
            assertTrue(bench.run(Board.ATMEGA2560, goal).exact());
        } catch (DoesNotFitException e) {
            abort("skipped: " + e.getMessage());
        }
    }
}
