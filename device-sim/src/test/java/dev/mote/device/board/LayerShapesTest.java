package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.Goal;
import dev.mote.codegen.ModelSource;
import dev.mote.device.LayerShapes;
import dev.mote.device.RandomGraphs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels with vector instructions, on boards that have them: odd shapes, and some drawn graphs. */
@Tag("slow")
class LayerShapesTest {
    private static final ModelSource SOURCE = new ModelSource("shapes.tflite", new byte[0]);

    @ParameterizedTest
    @CsvSource({"MPS2_AN386, SPEED", "MPS3_AN547, SIZE", "MPS3_AN547, SPEED"})
    void answersAsTheSimulator(Board board, Goal goal) {
        Installed.require(board);
        assertTrue(Bench.of(LayerShapes.graph(), SOURCE).run(board, goal).exact());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 5, 8, 13, 21})
    void answersDrawnGraphsAsTheSimulator(long seed) {
        Installed.require(Board.MPS3_AN547);
        assertTrue(Bench.of(RandomGraphs.graph(seed), SOURCE)
                .run(Board.MPS3_AN547, Goal.SPEED)
                .exact());
    }
}
