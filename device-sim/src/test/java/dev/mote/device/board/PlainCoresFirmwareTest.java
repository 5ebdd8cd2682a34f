package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.RandomGraphs;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Drawn graphs give the simulator's bytes on cores without vector instructions, one of them in its own assembly. The seed is the position. */
@Tag("slow")
class PlainCoresFirmwareTest {
    private static final int GRAPHS = Integer.getInteger("plain.graphs", 10);

    @TestFactory
    Stream<DynamicTest> givesTheInterpretersBytes() {
        return Stream.of(Board.MICROBIT, Board.MPS2_AN385, Board.VIRT)
                .flatMap(board -> IntStream.range(0, GRAPHS)
                        .mapToObj(seed ->
                                DynamicTest.dynamicTest(board.option() + ", seed " + seed, () -> check(board, seed))));
    }

    private static void check(Board board, int seed) {
        Installed.require(board);
        Bench bench = Bench.of(RandomGraphs.graph(seed), new ModelSource("random.tflite", new byte[0]));
        try {
            assertTrue(bench.run(board, Goal.SPEED).exact());
        } catch (DoesNotFitException e) {
            abort("skipped: " + e.getMessage());
        }
    }
}
