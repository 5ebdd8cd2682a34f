package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    private static final String INT8 =
            TestRuns.activity().resolve("int8.tflite").toString();
    private static final String FLOAT =
            TestRuns.activity().resolve("float.tflite").toString();
    private static final int COLUMNS_OF_ROW = 50;

    @TempDir
    private Path folder;

    @Test
    void holdsEventsAgainstTheTruth() throws IOException {
        Ran ran = Ran.mote(
                "simulate",
                INT8,
                "--float",
                FLOAT,
                "--stream",
                "synthetic-activity:walking=20s,resting=20s",
                "--report",
                folder,
                "--json");
        assertEquals(0, ran.code(), ran.err());
        JsonNode json = new ObjectMapper().readTree(ran.out());
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(CommandsPage.keys("simulate"), keys);
        assertEquals(2000, json.get("samples").asInt());
        assertEquals((2000 - 128) / 64 + 1, json.get("windows").asInt());
        assertEquals(2, json.get("int8").get("truth_events").asInt());
        assertTrue(json.get("accuracy").asDouble() > 0);
        assertTrue(json.get("synthetic").asBoolean());
        assertTrue(json.get("latency_ms").isNull());
        assertTrue(json.get("defects").isEmpty());
        long told = Files.readAllLines(folder.resolve("events.csv")).stream()
                .filter(line -> line.matches("1,\\d+,int8,\\w+,.*"))
                .count();
        assertEquals(json.get("events").asLong(), told);
        String page = Files.readString(folder.resolve("simulation.html"));
        assertTrue(page.contains("Synthetic data.") && page.contains("<title>walking, 0:00 to 0:20</title>"), page);
        assertEquals(
                json,
                new ObjectMapper().readTree(folder.resolve("simulation.json").toFile()));
    }

    @Test
    void readsOwnSignalsAndTellsWhatWasWrong() throws IOException {
        Path file = folder.resolve("walk.csv");
        StringBuilder text = new StringBuilder("timestamp_us,ax,ay,az\n");
        for (int row = 0; row < 500; row++) {
            String x = row % COLUMNS_OF_ROW == 7 ? "" : String.valueOf(0.01 * (row % 9));
            text.append(row * 20_000 + (row > 300 ? 60_000 : 0))
                    .append(',')
                    .append(x)
                    .append(",-1,0.1\n");
        }
        Files.writeString(file, text);
        Ran ran = Ran.mote("simulate", INT8, "--stream", file.toString());
        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("the stream has no labels"), ran.out());
        assertTrue(ran.out().contains("defects    10 values missing"), ran.out());
        assertTrue(ran.out().contains("defects    1 silences of a few samples"), ran.out());
        assertTrue(ran.out().contains("ax taken as acc_x"), ran.out());
        Ran failed = Ran.mote("simulate", INT8, "--stream", file.toString(), "--policy", "fail");
        assertEquals(2, failed.code());
        assertTrue(
                failed.err().contains("walk.csv, line 9: acc_x is empty")
                        || failed.err().contains("line 9: ax is empty"),
                failed.err());
    }

    @Test
    void showsPicturesOneAfterTheOther() throws IOException {
        String digits = TestRuns.digits().resolve("int8.tflite").toString();
        Ran compared = Ran.mote("compare", digits, "--data", "synthetic-digits", "--json");
        Ran ran = Ran.mote("simulate", digits, "--stream", "synthetic-digits:hold=3", "--json");
        assertEquals(0, ran.code(), ran.err());
        JsonNode json = new ObjectMapper().readTree(ran.out());
        assertEquals(4500, json.get("windows").asInt());
        assertEquals(
                new ObjectMapper().readTree(compared.out()).get("int8_accuracy").asDouble(),
                json.get("accuracy").asDouble(),
                1e-12);
        Ran faulty = Ran.mote("simulate", digits, "--stream", "synthetic-digits", "--fault", "blur:2px", "--json");
        assertEquals(0, faulty.code(), faulty.err());
    }

    @Test
    void saysWhatFitsNot() throws IOException {
        Path file = folder.resolve("other.csv");
        Files.writeString(file, "timestamp_us,ax [m/s2],ay [m/s2],az [m/s2]\n0,1,2,3\n20000,1,2,3\n40000,1,2,3\n");
        refuses("acc_x is in m/s2, but the model wants g", "--stream", file.toString());
        Files.writeString(file, "timestamp_us,ax,ay,az\n0,0,0,1\n10000,0,0,1\n20000,0,0,1\n");
        refuses("has 100 samples a second, but the model wants 50", "--stream", file.toString());
        Files.writeString(file, "timestamp_us,temperature\n0,20\n20000,21\n");
        refuses("has no channel acc_x, acc_y, acc_z, only: temperature", "--stream", file.toString());
        Files.writeString(file, "timestamp_us;ax;ay;az\n0;0;0;1\n20000;0;0;1\n");
        refuses("cells are divided by ','", "--stream", file.toString());
        Files.writeString(file, "timestamp_us,ax,ay,az\n5,0,0,1\n5,0,0,1\n");
        refuses("has no two rows with readable times", "--stream", file.toString());
        Files.writeString(file, "timestamp_us,ax,ay,az\n0,0,0,1\n20,0,0,1\n40,0,0,1\n");
        refuses("rename it; bring it to that rate", "--stream", file.toString());
        Path digits = TestRuns.digits().resolve("float.tflite");
        refuses("the float model has 1x28x28x1", "--stream", "synthetic-activity", "--float", digits.toString());
        refuses("unknown stream \"nowhere\"", "--stream", "nowhere");
        refuses("--policy \"ignore\" is not known", "--stream", file.toString(), "--policy", "ignore");
        refuses(
                "--post-processing 'smooth=3' is not understood",
                "--stream",
                "synthetic-activity",
                "--post-processing",
                "smooth=3");
        refuses("ws://localhost:1/x: cannot be reached", "--stream", "ws://localhost:1/x");
    }

    private static void refuses(String expected, String... options) {
        List<String> arguments = new ArrayList<>(List.of("simulate", INT8));
        arguments.addAll(List.of(options));
        Ran ran = Ran.mote(arguments.toArray());
        assertEquals(2, ran.code(), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().contains(expected), ran.err());
    }
}
