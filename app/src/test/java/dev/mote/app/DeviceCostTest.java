package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.app.pipeline.DeviceFit;
import dev.mote.codegen.Core;
import dev.mote.codegen.Figures;
import dev.mote.device.budget.Budget;
import dev.mote.device.budget.Supply;
import dev.mote.device.budget.Work;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import dev.mote.device.catalogue.Fit;
import dev.mote.model.CheckFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
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

    /** A window of the test's activities begins every 64 samples, at 50 Hz. */
    @Test
    void simulatesForADevice() {
        JsonNode json = simulated("--device", "nrf52840-dk", "--estimate", "--cell", "CR2032", "--json")
                .requireDone()
                .json();
        JsonNode budget = json.get("budget");
        for (String key : List.of("latency_ms", "energy_mj", "fits")) {
            assertEquals(budget.get(key), json.get(key), key);
        }
        assertTrue(json.get("fits").booleanValue() && budget.get("in_time").booleanValue());
        assertEquals(1.28, budget.get("every_seconds").doubleValue());
        assertEquals("estimated", budget.get("instructions_origin").textValue());
        assertTrue(budget.get("battery_days").doubleValue() > 1);
    }

    @Test
    void simulationNeedsADeviceForItsCell() {
        assertEquals(
                "--estimate, --cell and --sensor-current need --device",
                simulated("--cell", "AA").failure(2));
    }

    /** The Uno has 2,048 bytes of RAM; 64 are reserved. */
    @Test
    void demandsMemoryAndTime() {
        assertDoesNotThrow(() -> fit(1_000, 1.02001).require("m.tflite"));
        assertEquals(
                "m.tflite: does not fit arduino-uno: 1,812 of 32,256 bytes of flash and 4,064 of 2,048 bytes of RAM are"
                        + " needed; try a smaller network, or a larger device: mote inspect --device all",
                refusal(fit(4_000, 1)));
        assertEquals(
                "m.tflite: too slow for arduino-uno: a window takes about 1,000 ms, up to 1,020 ms, but the next one comes"
                        + " after 900 ms; try a smaller network, a larger stride, or a faster device: mote inspect --device"
                        + " all",
                refusal(fit(1_000, 0.9)));
    }

    private static String refusal(DeviceFit fit) {
        return assertThrows(CheckFailedException.class, () -> fit.require("m.tflite"))
                .getMessage();
    }

    /** A second of work. */
    private static DeviceFit fit(long arena, double everySeconds) {
        Device uno = Catalogue.of("arduino-uno");
        Figures figures = new Figures(
                Core.AVR, 1_300, 300, 0, 1_000, 0, arena, arena, arena, 0, 0, 0, 0, 1_000, OptionalLong.empty());
        Work work = new Work(16_000_000, Work.Origin.MEASURED);
        return DeviceFit.of(
                new Fit(uno, figures),
                new Budget(uno, Optional.of(work), OptionalDouble.of(everySeconds), Supply.MAINS));
    }

    private static Ran simulated(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of(
                "simulate",
                TestRuns.activity().resolve("int8.tflite"),
                "--stream",
                "synthetic-activity:walking=20s,resting=20s"));
        arguments.addAll(List.of(options));
        return Ran.mote(arguments.toArray());
    }

    private static JsonNode inspected(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("inspect", MODEL, "--json"));
        arguments.addAll(List.of(options));
        return Ran.mote(arguments.toArray()).requireDone().json().get("devices").get(0);
    }
}
