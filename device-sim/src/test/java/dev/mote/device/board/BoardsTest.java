package dev.mote.device.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.Goal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same firmware on every board. */
class BoardsTest {

    @ParameterizedTest
    @EnumSource
    void answersAsTheSimulator(Board board) {
        Installed.require(board);
        BenchResult result = Bench.of(SmallModel.graph(), SmallModel.SOURCE).run(board, Goal.SIZE);
        assertTrue(result.exact());
        assertTrue(result.samples() > 1);
        assertEquals(result.samples(), result.outputs().size());
    }

    @ParameterizedTest
    @EnumSource
    void passesItsSelfTest(Board board) {
        Installed.require(board);
        try (BoardFirmware firmware = BoardFirmware.build("small", SmallModel.project(), board, Goal.SPEED)) {
            assertEquals(0, firmware.selfTest());
        }
    }

    @ParameterizedTest
    @EnumSource
    void selfTestFindsAWrongParameter(Board board) {
        Installed.require(board);
        var project = SmallModel.changed(text -> text.replace(".zero_point = -128,", ".zero_point = -100,"));
        try (BoardFirmware firmware = BoardFirmware.build("small", project, board, Goal.SIZE)) {
            assertTrue(firmware.selfTest() > 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsTheSameTwice(Board board) {
        Installed.require(board);
        Bench bench = Bench.of(SmallModel.graph(), SmallModel.SOURCE);
        BenchResult first = bench.run(board, Goal.SPEED);
        BenchResult second = bench.run(board, Goal.SPEED);
        assertEquals(first.instructions(), second.instructions(), 2);
        assertEquals(first.stackBytes(), second.stackBytes());
    }

    @ParameterizedTest
    @EnumSource
    void layersAddUpToTheRun(Board board) {
        Installed.require(board);
        BenchResult result = Bench.of(SmallModel.graph(), SmallModel.SOURCE).run(board, Goal.SPEED);
        List<String> operators =
                result.layers().stream().map(LayerCost::operator).toList();
        assertEquals(List.of("CONV_2D", "RESHAPE", "FULLY_CONNECTED", "SOFTMAX"), operators);
        long sum = result.layers().stream().mapToLong(LayerCost::instructions).sum();
        assertEquals(result.instructions(), sum, 0.02 * result.instructions());
        assertEquals(8 * 8 * 5 * 9 + 3 * 320, result.macs());
    }
}
