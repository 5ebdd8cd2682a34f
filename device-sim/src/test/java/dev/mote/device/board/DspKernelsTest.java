package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.RandomWindows;
import dev.mote.model.graph.Graph;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kernels' instructions on emulated cores: drawn layers answer as the simulator. */
class DspKernelsTest {
    private static final int LAYERS = 12;

    @Test
    void layersGiveTheSimulatorsBytes() {
        check(Board.MPS2_AN386, Goal.SPEED, 1);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "MPS2_AN386, BALANCED",
        "MPS2_AN386, SIZE",
        "MPS2_AN386, SPEED",
        "MPS2_AN500, SPEED",
        "MPS2_AN505, SPEED",
        "MPS3_AN547, SPEED"
    })
    void manyLayersGiveTheSimulatorsBytes(Board board, Goal goal) {
        LongStream.range(0, 12).forEach(seed -> check(board, goal, seed));
    }

    private static void check(Board board, Goal goal, long seed) {
        Installed.require(board);
        Graph graph = RandomWindows.graph(seed, LAYERS);
        BenchResult result =
                Bench.of(graph, new ModelSource("windows.tflite", new byte[0])).run(board, goal);
        assertTrue(result.exact(), "seed " + seed + " on " + board.option());
    }
}
