package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The digits model for an Arduino Uno, trained for one epoch on synthetic digits: its size and pace are those of the finished one. */
@Tag("slow")
class DigitsUnoTest {
    private static final int MISSING_TOOL = 3;
    private static final int FLASH_BYTES = 32_768;
    private static final int RAM_BYTES = 2048;

    /** 100 ms at 16 MHz. */
    private static final int CYCLES = 1_600_000;

    @TempDir
    Path folder;

    @Test
    void fitsTheBoardAndIsExactThere() throws Exception {
        ShortExamples.copy(folder);
        Path floatFile = folder.resolve("run/float.tflite");
        Path int8File = folder.resolve("run/int8.tflite");
        Path recipe = folder.resolve("examples/digits-uno/recipe.yaml");
        Ran.mote("train", recipe, "--data", "synthetic-digits", "--out", folder.resolve("run"))
                .requireDone();
        Ran.mote("quantize", floatFile, "--calibration", "synthetic-digits", "--out", int8File)
                .requireDone();
        JsonNode compared = Ran.mote("compare", floatFile, int8File, "--data", "synthetic-digits", "--json")
                .requireDone()
                .json();
        assertEquals(0, compared.get("c_mismatches").intValue());
        assertTrue(compared.get("int8_accuracy").doubleValue() > 0.8, compared.toString());

        Ran bench = Ran.mote("bench", int8File, "--board", "atmega328p", "--json");
        assumeTrue(bench.code() != MISSING_TOOL, () -> "skipped: " + bench.err());
        JsonNode board = bench.requireDone().json();
        assertTrue(board.get("exact").booleanValue());
        requireAtMost(FLASH_BYTES, board, "flash_bytes");
        requireAtMost(RAM_BYTES, board, "ram_bytes");
        requireAtMost(CYCLES, board, "instructions");
    }

    private static void requireAtMost(int most, JsonNode json, String key) {
        assertTrue(json.get(key).intValue() <= most, key + ": " + json.get(key) + ", expected at most " + most);
    }
}
