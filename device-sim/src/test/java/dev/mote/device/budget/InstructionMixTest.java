package dev.mote.device.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mote.codegen.Core;
import dev.mote.device.board.Board;
import dev.mote.device.board.ExecutedBlocks;
import dev.mote.model.tflite.TfliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cycles per instruction of docs/budgets.md, from what kernels execute on emulated boards and the tables of Arm's manuals. */
@Tag("slow")
class InstructionMixTest {
    private static final double TOLERANCE = 0.02;

    @ParameterizedTest
    @CsvSource({
        "CORTEX_M4,     MPS2_AN386, ad01_int8,              1.36",
        "CORTEX_M4,     MPS2_AN386, micro_speech_quantized, 1.42",
        "CORTEX_M3,     MPS2_AN385, micro_speech_quantized, 1.64",
        "CORTEX_M0,     MICROBIT,   micro_speech_quantized, 1.38",
        "CORTEX_M0PLUS, MICROBIT,   micro_speech_quantized, 1.33"
    })
    void kernelsTakeTheCyclesOfThePage(Core core, Board board, String model, double expected) {
        String root = System.getenv("MOTE_DATA");
        assumeTrue(
                root != null && Files.isDirectory(Path.of(root, "golden")), "skipped: no folder golden in $MOTE_DATA");
        ArmCycles cycles = new ArmCycles(core);
        ExecutedBlocks.of(
                        TfliteFile.read(Path.of(root, "golden", model, model + ".tflite")), board, ArmCycles::isBranch)
                .forEach(cycles::add);
        System.out.printf(
                Locale.ROOT,
                "%s on %s: %,d instructions, %.3f cycles each%n",
                model,
                core.option(),
                cycles.instructions(),
                cycles.perInstruction());
        assertEquals(expected, cycles.perInstruction(), TOLERANCE);
        Estimate bounds = Cycles.ofCore(core);
        assertTrue(bounds.low() <= cycles.perInstruction() && cycles.perInstruction() <= bounds.high());
    }
}
