package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mote bench}. */
class BenchCommandTest {
    private static final int SAMPLE = 128 * 3;
    private static final int MISSING_TOOL = 3;

    @TempDir
    Path folder;

    /** Skips where the board's tools are missing, as the command says it. */
    private static Ran bench(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("bench"));
        all.addAll(List.of(arguments));
        Ran ran = Ran.mote(all.toArray());
        assumeTrue(ran.code() != MISSING_TOOL, () -> "skipped: " + ran.err());
        return ran;
    }

    @Test
    void tellsWhatAModelCostsOnABoard() {
        Path model = TestRuns.activity().resolve("int8.tflite");
        JsonNode json =
                bench(model, "--board", "mps2-an385", "--json").requireDone().json();
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(CommandsPage.keys("bench").subList(0, keys.size()), keys, "docs/commands.md, bench");
        assertTrue(json.get("exact").booleanValue());
        assertEquals("mps2-an385", json.get("board").textValue());
        assertEquals("instructions", json.get("unit").textValue());
        assertTrue(json.get("instructions").longValue() > json.get("macs").longValue());
        assertEquals(
                json.get("flash_bytes").longValue(),
                json.get("code_bytes").longValue() + json.get("weights_bytes").longValue());
        assertTrue(json.get("stack_bytes").longValue() > 50);
        assertTrue(json.get("stack_bytes").longValue() < 500);
        JsonNode inspected = Ran.mote("inspect", model, "--json").requireDone().json();
        for (String key : List.of("macs", "weights_bytes", "arena_bytes")) {
            assertEquals(inspected.get(key), json.get(key), key);
        }
        assertEquals(inspected.get("operators").size(), json.get("layers").size());
    }

    @Test
    void optimizesForSizeOrSpeed() {
        Path model = TestRuns.digits().resolve("int8.tflite");
        JsonNode small = bench(model, "--board", "mps2-an386", "--opt", "size", "--json")
                .requireDone()
                .json();
        JsonNode fast = bench(model, "--board", "mps2-an386", "--opt", "speed", "--json")
                .requireDone()
                .json();
        assertTrue(small.get("code_bytes").longValue() < fast.get("code_bytes").longValue());
        assertTrue(
                small.get("instructions").longValue() > fast.get("instructions").longValue());
    }

    @Test
    void runsTheUsersSamples() throws IOException {
        Path model = TestRuns.activity().resolve("int8.tflite");
        byte[] samples = new byte[5 * SAMPLE];
        new Random(1).nextBytes(samples);
        Path input = Files.write(folder.resolve("in.bin"), samples);
        Path simulated = folder.resolve("simulated.bin");
        Path output = folder.resolve("out.bin");
        Ran.mote("run", model, "--input", input, "--output", simulated).requireDone();
        JsonNode json = bench(model, "--board", "microbit", "--input", input, "--output", output, "--json")
                .requireDone()
                .json();
        assertEquals(5, json.get("samples").intValue());
        assertArrayEquals(Files.readAllBytes(simulated), Files.readAllBytes(output));
    }

    @Test
    void makesATableOfAllBoards() {
        JsonNode json = bench(TestRuns.activity().resolve("int8.tflite"), "--board", "all", "--json")
                .json();
        assertTrue(json.get("exact").booleanValue());
        List<String> boards = StreamSupport.stream(json.get("boards").spliterator(), false)
                .map(board -> board.get("board").textValue())
                .toList();
        assertTrue(boards.containsAll(List.of("microbit", "mps2-an386", "mps3-an547")), boards.toString());
        assertTrue(json.get("skipped").isArray());
    }

    @Test
    void savesFiguresAndTellsWhatChangedSince() throws IOException {
        Path figures = folder.resolve("figures.csv");
        Path page = folder.resolve("page.md");
        Path model = TestRuns.activity().resolve("int8.tflite");
        bench(model, "--board", "microbit,virt", "--save", figures, "--page", page)
                .requireDone();
        assertTrue(Files.readString(page).contains("### microbit"));
        assertTrue(Files.readString(figures).contains("\nint8,virt,speed,"));
        Files.writeString(
                figures,
                Files.readString(figures).replaceAll("(?m)^int8,microbit,speed,\\d+", "int8,microbit,speed,10"));
        Ran ran =
                bench(TestRuns.activity(), "--board", "microbit", "--baseline", figures, "--tolerance", "5", "--json");
        assertEquals(1, ran.code());
        List<String> keys = new ArrayList<>();
        ran.json().fieldNames().forEachRemaining(keys::add);
        assertEquals(List.of("exact", "boards", "skipped", "changes"), keys);
        List<JsonNode> changes = StreamSupport.stream(ran.json().get("changes").spliterator(), false)
                .filter(change -> change.get("model").textValue().equals("int8"))
                .toList();
        assertEquals(1, changes.size());
        assertEquals("instructions", changes.getFirst().get("figure").textValue());
        assertEquals(10, changes.getFirst().get("before").longValue());
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        Path model = TestRuns.activity().resolve("int8.tflite");
        assertTrue(Ran.mote("bench", model, "--board", "uno")
                .failure(2)
                .startsWith("--board \"uno\": is not known, expected one of microbit, mps2-an385, "));
        assertEquals(
                "--opt \"fast\": is not known, expected size, balanced or speed",
                Ran.mote("bench", model, "--board", "microbit", "--opt", "fast").failure(2));
        Path output = folder.resolve("out.bin");
        assertTrue(Ran.mote("bench", model, "--board", "all", "--output", output)
                .failure(2)
                .startsWith("--output: holds the outputs of one board"));
        Path input = Files.write(folder.resolve("in.bin"), new byte[SAMPLE - 1]);
        assertTrue(Ran.mote("bench", model, "--board", "microbit", "--input", input)
                .failure(2)
                .startsWith(input + ": has 383 bytes, expected a multiple of 384"));
        assertFalse(Files.exists(output));
    }

    @Test
    void aBrokenModelAmongOthersStopsItBeforeTheFirstRun() throws IOException {
        byte[] whole = Files.readAllBytes(TestRuns.activity().resolve("int8.tflite"));
        Files.write(folder.resolve("a.tflite"), whole);
        Files.write(folder.resolve("b.tflite"), Arrays.copyOf(whole, whole.length / 2));
        Path figures = folder.resolve("figures.csv");
        Ran ran = Ran.mote("bench", folder, "--board", "microbit", "--save", figures);
        assertTrue(ran.failure(2).startsWith(folder.resolve("b.tflite") + ": "), ran.err());
        assertFalse(ran.err().contains("a.tflite"), ran.err());
        assertFalse(Files.exists(figures));
    }

    @Test
    void aToleranceNeedsSomethingToCompareWith() throws IOException {
        Path model = TestRuns.activity().resolve("int8.tflite");
        Path figures = folder.resolve("figures.csv");
        Object[] command = {"bench", model, "--board", "microbit", "--baseline", figures, "--tolerance", "1"};
        Files.writeString(figures, "\n");
        assertEquals(
                figures + ": has no line of figures, expected what mote bench --save writes",
                Ran.mote(command).failure(2));
        bench(model, "--board", "microbit", "--opt", "size", "--save", figures).requireDone();
        assertTrue(Ran.mote(command)
                .failure(2)
                .startsWith(figures + ": has none of these runs (model, board and --opt), so there is nothing"));
        command[command.length - 1] = "-1";
        assertTrue(Ran.mote(command).failure(2).startsWith("--tolerance: is -1.0, expected percent from 0 on"));
    }

    @Test
    void runsWhatIsNamedTwiceOnce() {
        Path model = TestRuns.activity().resolve("int8.tflite");
        JsonNode json = bench(model, model, "--board", "microbit,microbit", "--opt", "size,size", "--json")
                .requireDone()
                .json();
        assertEquals("microbit", json.get("board").textValue());
    }

    /** The path has a shell's tools and nothing else. */
    @Test
    void namesThePackageOfAMissingTool() throws IOException, InterruptedException {
        Path model = TestRuns.activity().resolve("int8.tflite").toAbsolutePath();
        Path empty = Files.createDirectory(folder.resolve("bin"));
        Ran ran = new MoteProcess(TestRuns.home(), folder, Map.of("PATH", empty.toString()))
                .run(List.of("bench", model.toString(), "--board", "mps2-an386"));
        assertEquals(
                "arm-none-eabi-gcc: not found in PATH; install it"
                        + " (Debian: apt install gcc-arm-none-eabi libnewlib-arm-none-eabi)",
                ran.failure(MISSING_TOOL));
    }
}
