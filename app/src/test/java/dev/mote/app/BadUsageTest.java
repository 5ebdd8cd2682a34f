package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options and places that cannot be: one line, and nothing is written. */
class BadUsageTest {
    private static final int BAD = 2;

    @TempDir
    Path folder;

    private Path floatFile;
    private Path int8File;
    private Path out;

    @BeforeEach
    void names() {
        floatFile = TestRuns.activity().resolve("float.tflite");
        int8File = TestRuns.activity().resolve("int8.tflite");
        out = folder.resolve("out");
    }

    @Test
    void refusesPlacesThatCannotBeWritten() throws IOException {
        System.setProperty("mote.home", TestRuns.home().toString());
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path directory = Files.createDirectory(folder.resolve("directory"));
        Path input = Files.write(folder.resolve("in.bin"), new byte[128 * 3]);
        Path recipe = TestRuns.activity().resolve("recipe.yaml");
        for (Path place : List.of(file, file.resolve("x"))) {
            assertTrue(
                    Ran.mote("train", recipe, "--out", place).failure(BAD).startsWith(place + ": cannot be written"));
            assertTrue(Ran.mote("codegen", int8File, "--out", place)
                    .failure(BAD)
                    .startsWith(place + ": cannot be written"));
            assertTrue(
                    Ran.mote("demo", "digits", "--out", place).failure(BAD).startsWith(place + ": cannot be written"));
        }
        for (Path place : List.of(file.resolve("x"), directory, folder.resolve("none/x"))) {
            assertTrue(Ran.mote("run", int8File, "--input", input, "--output", place)
                    .failure(BAD)
                    .startsWith(place + ": "));
            assertTrue(Ran.mote("quantize", floatFile, "--calibration", "synthetic-activity", "--out", place)
                    .failure(BAD)
                    .startsWith(place + ": "));
        }
        assertEquals("mine", Files.readString(file));
        assertEquals(List.of("directory", "file", "in.bin"), TestRuns.names(folder));
    }

    @Test
    void refusesInputsThatAreNoWholeSamples() throws IOException {
        Path input = folder.resolve("in.bin");
        for (int bytes : new int[] {0, 1, 128 * 3 - 1, 128 * 3 + 1}) {
            Files.write(input, new byte[bytes]);
            for (String engine : List.of("simulator", "c")) {
                refused(
                        input + ": has " + bytes + " bytes, expected a multiple of 384, the size of one sample;"
                                + " write raw little-endian tensors without a header",
                        "run",
                        int8File,
                        "--input",
                        input,
                        "--output",
                        out,
                        "--engine",
                        engine);
            }
        }
        refused(
                folder + ": is a folder, expected a file of raw tensors; give the file",
                "run",
                int8File,
                "--input",
                folder,
                "--output",
                out);
        assertTrue(Ran.mote("run", int8File, "--input", folder.resolve("no"), "--output", out)
                .failure(BAD)
                .startsWith(folder.resolve("no") + ": no such file or folder; "));
        assertFalse(Files.exists(out));
    }

    @Test
    void refusesValuesOutOfRange() throws IOException {
        Path input = Files.write(folder.resolve("in.bin"), new byte[384]);
        quantize("--samples is 0, expected at least 1", "--samples", "0");
        quantize("--samples is -5, expected at least 1", "--samples", "-5");
        quantize("Invalid value for option '--samples': '1.5' is not a whole number", "--samples", "1.5");
        quantize("percentile is 3.0, expected more than 50 and at most 100", "--percentile", "3");
        quantize("Invalid value for option '--percentile': 'NaN' is not a number", "--percentile", "NaN");
        quantize("--percentile: --method mse does not use it", "--percentile", "99", "--method", "mse");
        quantize(
                "unknown calibration method \"max\"; expected one of: min_max, percentile, mse, entropy, search",
                "--method",
                "max");
        quantize("unknown equalization \"all\"; expected one of: none, weights, activations", "--equalization", "all");
        quantize("unknown activations \"int32\"; expected one of: int8, int16", "--activations", "int32");
        quantize("--tolerance: nothing is chosen by it; give --auto as well", "--tolerance", "1");
        quantize("\"nothing\" is no activation that can be int16; expected of: ", "--int16", "nothing");
        quantize("Invalid value for option '--scale': '0' is not a number above 0", "--scale", "0");
        quantize("Invalid value for option '--seed': 'x' is not a whole number", "--seed", "x");
        refused(
                "--calibration is synthetic-activity:test, but --auto would choose by samples of the test split; give"
                        + " a train split",
                "quantize",
                floatFile,
                "--calibration",
                "synthetic-activity:test",
                "--auto",
                "--out",
                out);
        for (String tolerance : List.of("abc", "-0.1", "2", "NaN")) {
            refused(
                    "Invalid value for option '--tolerance': '" + tolerance
                            + "' is not a number from 0 to 1; 0.01 is one point",
                    "demo",
                    "digits",
                    "--tolerance=" + tolerance,
                    "--out",
                    out);
        }
        for (String name : List.of("9lives", "a-b", "int", "", "ä")) {
            assertTrue(Ran.mote("codegen", int8File, "--name", name, "--out", out)
                    .failure(BAD)
                    .contains("for example "));
        }
        refused(
                "--target \"cmsis\": is not known, expected one of: portable, cortex-m0, cortex-m0plus, cortex-m3, cortex-m4,"
                        + " cortex-m7, cortex-m33, cortex-m55, rv32imc, avr, xtensa-lx6, xtensa-lx7",
                "codegen",
                int8File,
                "--target",
                "cmsis",
                "--out",
                out);
        refused(
                "--project \"make\": is not known, expected one of: plain, array, cmake, arduino, platformio, esp-idf,"
                        + " zephyr, cmsis-pack, stm32cube",
                "codegen",
                int8File,
                "--project",
                "make",
                "--out",
                out);
        refused(
                "--engine \"tpu\": is not known, expected simulator or c",
                "run",
                int8File,
                "--input",
                input,
                "--output",
                out,
                "--engine",
                "tpu");
        assertFalse(Files.exists(out));
    }

    @Test
    void refusesDevicesThatAreNotKnownOrNotMeant() {
        String unknown = "--device \"nrf52840dk\": is not known, closest are nrf52840-dk, nrf52-dk, nrf5340-dk;"
                + " mote devices lists all";
        refused(unknown, "inspect", int8File, "--device", "nrf52840dk");
        refused(unknown, "codegen", int8File, "--device", "nrf52840dk", "--out", out);
        refused(
                "--target avr: is not the core of --device nrf52840-dk, which is cortex-m4; leave one of them out",
                "codegen",
                int8File,
                "--device",
                "nrf52840-dk",
                "--target",
                "avr",
                "--out",
                out);
        assertFalse(Files.exists(out));
    }

    /** 28x28 values and the first layer's 49x2 are less than 2 KiB; the float model's are four times as large. */
    @Test
    void writesNothingThatDoesNotFit() {
        Path model = TestRuns.digits().resolve("float.tflite");
        String line = Ran.mote("codegen", model, "--device", "arduino-uno", "--out", out)
                .failure(1);
        assertTrue(line.startsWith(model + ": does not fit arduino-uno: needs about "), line);
        assertTrue(line.contains(" bytes of RAM, ") && line.contains("(most of it arena, "), line);
        assertFalse(Files.exists(out));
        String text = Ran.mote("inspect", model, "--device", "arduino-uno")
                .requireDone()
                .out();
        assertTrue(text.contains("does not fit") && text.contains("too many"), text);
    }

    /** As of a shell variable that is not set. */
    @Test
    void refusesEmptyPaths() {
        refused("Invalid value for option '--out': '' is not a path", "codegen", int8File, "--out", "");
        refused("Invalid value for positional parameter at index 0 (MODEL.tflite): '' is not a path", "inspect", "");
    }

    private void quantize(String expected, String... options) {
        List<Object> arguments =
                new ArrayList<>(List.of("quantize", floatFile, "--calibration", "synthetic-activity", "--out", out));
        arguments.addAll(List.of(options));
        String line = Ran.mote(arguments.toArray()).failure(BAD);
        assertTrue(line.startsWith(expected), line);
    }

    @Test
    void suggestsWhatWasMeant() {
        refused("unknown command 'inspct'; did you mean inspect?", "inspct", int8File);
        String line = Ran.mote("demo", "digits", "--tolerence", "0.1").failure(BAD);
        assertTrue(line.startsWith("unknown option '--tolerence'; did you mean --tolerance"), line);
        refused("there is no demo \"digit\"; expected digits or activity", "demo", "digit");
        refused("unexpected argument 'more'", "inspect", int8File, "more");
        refused("Missing required parameter: 'MODEL.tflite'", "inspect");
        refused("Missing required option: '--data=NAME[:SPLIT]'", "compare", floatFile, int8File);
        assertTrue(Ran.mote("data", "get", "mnits").failure(BAD).contains("known are mnist, "));
        assertTrue(Ran.mote("data", "get", "synthetic-digits").failure(BAD).contains("nothing to fetch"));
    }

    private static void refused(String expected, Object... arguments) {
        assertEquals(expected, Ran.mote(arguments).failure(BAD));
    }
}
