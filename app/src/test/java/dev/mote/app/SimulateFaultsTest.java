package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mote simulate} with faults, sweeps and fleets. */
class SimulateFaultsTest {
    private static final String MODEL =
            TestRuns.activity().resolve("int8.tflite").toString();
    private static final String STREAM = "synthetic-activity:walking=10s,resting=10s";

    @TempDir
    private Path folder;

    @Test
    void aFaultChangesTheStreamAndIsTold() {
        JsonNode clean = simulate();
        JsonNode faulty = simulate("--fault", "dropout:20%", "--fault", "rotate:30deg/x");
        assertEquals(1000, clean.get("samples").asInt());
        assertEquals(800, faulty.get("samples").asInt(), 50);
        assertEquals("dropout:20%", faulty.get("faults").get(0).asText());
        assertTrue(clean.get("faults").isEmpty()
                && clean.get("sweep").isNull()
                && clean.get("fleet").isNull());
        assertEquals(faulty, simulate("--fault", "dropout:20%", "--fault", "rotate:30deg/x"));
    }

    @Test
    void sweepsOverKindsAndLevels() throws IOException {
        JsonNode sweep = simulate("--sweep", "dropout,flip", "--levels", "dropout=0%,50%", "--sweep-seeds", "2")
                .get("sweep");
        assertEquals(2 * 2 + 3 + 1, sweep.get("runs").asInt());
        JsonNode dropout = sweep.get("faults").get(1);
        assertEquals("dropout", dropout.get("kind").asText());
        assertEquals(
                sweep.get("baseline").get("accuracy"),
                dropout.get("points").get(0).get("accuracy"));
        assertNotEquals(
                sweep.get("baseline").get("windows"),
                dropout.get("points").get(1).get("windows"));
        String text = Ran.mote(
                        "simulate", MODEL, "--stream", STREAM, "--sweep", "flip", "--devices", "4", "--report", folder)
                .requireDone()
                .out();
        assertTrue(text.contains("flip:x") && text.contains("not survived"), text);
        String page = Files.readString(folder.resolve("simulation.html"));
        assertTrue(page.contains("Under faults") && page.contains("<td class=\"\">flip:z</td>"), page);
        assertTrue(page.contains("4 devices of 60 s"), page);
        assertTrue(Files.size(folder.resolve("plots/sweep-flip.png")) > 1000);
        assertTrue(Files.readString(folder.resolve("plots/sweep-flip.svg")).contains("<svg"));
    }

    @Test
    void simulatesAFleetAndOneOfItsDevices() {
        JsonNode fleet = simulate("--devices", "12", "--device-seconds", "10", "--device-faults", "1")
                .get("fleet");
        assertEquals(12, fleet.get("devices").asInt());
        JsonNode worst = fleet.get("worst").get(0);
        JsonNode alone = simulate(
                        "--devices",
                        "12",
                        "--device-seconds",
                        "10",
                        "--device-faults",
                        "1",
                        "--device-number",
                        worst.get("device").asText())
                .get("device");
        assertEquals(worst, alone);
        String text = Ran.mote("simulate", MODEL, "--stream", STREAM, "--devices", "12", "--device-seconds", "10")
                .requireDone()
                .out();
        assertTrue(text.contains("12 devices of 10 s") && text.contains("mounting angle"), text);
    }

    @Test
    void saysWhatIsWrongWithTheOptions() {
        refuses("--fault dropuot:1%: unknown fault 'dropuot'", "--fault", "dropuot:1%");
        refuses("--fault blur:1px: blur is a fault of images", "--fault", "blur:1px");
        refuses("--sweep blur: is no fault of synthetic-activity", "--sweep", "blur");
        refuses("--levels needs --sweep", "--levels", "noise=1%");
        refuses("--sweep-seeds is 0, expected 1 to 1000", "--sweep", "noise", "--sweep-seeds", "0");
        refuses("--max-loss is 101.0, expected points from 0 to 100", "--sweep", "noise", "--max-loss", "101");
        refuses("--devices is 0, expected 1 to 1000000", "--devices", "0");
        refuses("--device-number is 3, expected 0 to 2", "--devices", "3", "--device-number", "3");
        refuses("--device-number needs --devices", "--device-number", "3");
    }

    private static JsonNode simulate(String... options) {
        return Ran.mote(arguments(options, "--json")).requireDone().json();
    }

    private static Object[] arguments(String[] options, String... more) {
        List<String> arguments = new ArrayList<>(List.of("simulate", MODEL, "--stream", STREAM));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    private static void refuses(String expected, String... options) {
        Ran ran = Ran.mote(arguments(options));
        assertEquals(2, ran.code(), ran.err());
        assertTrue(ran.err().contains(expected), ran.err());
    }
}
