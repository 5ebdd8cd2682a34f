package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code mote inspect --device} says of time, energy and battery. */
class DeviceCostTest {
    private static final Path MODEL = TestRuns.digits().resolve("int8.tflite");
    private static final int COLUMNS = 100;

    @Test
    void printsTheKeysOfThePage() {
        JsonNode device = inspected("--device", "nrf52-dk", "--every", 1, "--cell", "AA");
        List<String> keys = new ArrayList<>();
        device.fieldNames().forEachRemaining(keys::add);
        assertEquals(keys, CommandsPage.keysBelow("A model on a device"));
        assertTrue(device.get("fits").booleanValue() && device.get("in_time").booleanValue());
        assertEquals("estimated", device.get("instructions_origin").textValue());
        assertTrue(device.get("battery_days").doubleValue()
                < device.get("battery_high_days").doubleValue());
        assertEquals(0, device.get("notes").size());
    }

    @Test
    void withoutADeadlineThereIsNone() {
        JsonNode device = inspected("--device", "corstone-300");
        assertTrue(device.get("latency_ms").isNumber() && device.get("in_time").isNull());
        assertTrue(
                device.get("energy_mj").isNull() && device.get("battery_days").isNull());
        assertEquals(
                "energy is not known: the catalogue has no active current of corstone-300",
                device.get("notes").get(0).textValue());
    }

    @Test
    void failsForADeviceThatIsTooSlow() {
        Ran ran = Ran.mote("inspect", MODEL, "--device", "nrf52-dk", "--every", 1e-5, "--json");
        assertEquals(1, ran.code(), ran.err());
        String line = ran.err();
        assertEquals(1, line.lines().count(), line);
        assertTrue(line.startsWith("mote: " + MODEL + ": too slow for nrf52-dk: a window takes about "), line);
        assertTrue(line.contains(", but the next one comes after 0.01 ms; try "), line);
        JsonNode device = ran.json().get("devices").get(0);
        assertFalse(device.get("fits").booleanValue() || device.get("in_time").booleanValue());
        assertTrue(device.get("fits_memory").booleanValue());
    }

    @Test
    void tableFitsATerminal() {
        String text = Ran.mote("inspect", MODEL, "--device", "all", "--every", 0.005, "--cell", "18650")
                .requireDone()
                .out();
        List<String> table =
                text.lines().dropWhile(line -> !line.startsWith("device ")).toList();
        assertTrue(table.size() > 30, text);
        table.forEach(line -> assertTrue(line.length() <= COLUMNS, line));
        assertTrue(table.stream().anyMatch(line -> line.contains(" slow ")), text);
    }

    @Test
    void tellsOfOneDeviceInWords() {
        String text = Ran.mote("inspect", MODEL, "--device", "nrf52-dk", "--every", 2, "--cell", "100mAh/3V")
                .requireDone()
                .out();
        for (String part : List.of(
                "  time     about ",
                " instructions (estimated for Cortex-M4, -O2)",
                "  rhythm   a window every 2,000 ms: busy ",
                " mJ a window (",
                " J a day",
                "  battery  100mAh/3V lasts about ")) {
            assertTrue(text.contains(part), text);
        }
    }

    @Test
    void refusesWhatIsMeantForADevice() {
        assertEquals(
                "--every, --measure, --cell and --sensor-current need --device",
                Ran.mote("inspect", MODEL, "--cell", "AA").failure(2));
        assertEquals(
                "--every is -1.0, expected seconds, more than 0",
                Ran.mote("inspect", MODEL, "--device", "nrf52-dk", "--every=-1").failure(2));
        assertEquals(
                "--sensor-current is -2.0, expected milliamperes, 0 or more",
                Ran.mote("inspect", MODEL, "--device", "nrf52-dk", "--sensor-current=-2")
                        .failure(2));
        assertTrue(Ran.mote("inspect", MODEL, "--device", "nrf52-dk", "--cell", "A")
                .failure(2)
                .startsWith("--cell \"A\": is not known, expected CR2032, "));
    }

    private static JsonNode inspected(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("inspect", MODEL, "--json"));
        arguments.addAll(List.of(options));
        return Ran.mote(arguments.toArray()).requireDone().json().get("devices").get(0);
    }
}
