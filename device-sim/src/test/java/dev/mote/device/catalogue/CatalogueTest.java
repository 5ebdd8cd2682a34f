package dev.mote.device.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.Core;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Path PAGE = Path.of("../docs/devices.md");
    private static final String BEGIN = "<!-- written by CatalogueTest: begin -->\n";
    private static final String END = "<!-- written by CatalogueTest: end -->\n";
    private static final Set<String> BOARDS = Set.of(
            "",
            "microbit",
            "mps2-an385",
            "mps2-an386",
            "mps2-an500",
            "mps2-an505",
            "mps3-an547",
            "virt",
            "atmega328p",
            "atmega2560");

    @Test
    void holdsDevicesThatCanBe() {
        for (Device device : Catalogue.all()) {
            String name = device.name();
            assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), name);
            assertFalse(
                    device.title().isBlank()
                            || device.microcontroller().isBlank()
                            || device.memory().isBlank(),
                    name);
            assertTrue(device.core() != Core.PORTABLE, name);
            assertTrue(BOARDS.contains(device.board()), name + ": " + device.board());
            assertTrue(device.flashBytes() >= 16 << 10 && device.flashBytes() <= 16 << 20, name);
            assertTrue(device.ramBytes() >= 1 << 10 && device.ramBytes() <= 8 << 20, name);
            assertTrue(device.constantBytes().orElse(device.flashBytes()) <= device.flashBytes(), name);
            assertTrue(device.clockHertz() >= 8_000_000 && device.clockHertz() <= 1_000_000_000, name);
            assertTrue(device.volts().orElse(3) >= 1.6 && device.volts().orElse(3) <= 5.5, name);
            assertFalse(device.sources().isEmpty(), name);
            device.sources().forEach(source -> assertFalse(source.isBlank() || source.contains("://"), source));
        }
    }

    @Test
    void holdsCurrentsThatCanBe() {
        for (Device device : Catalogue.all()) {
            boolean known =
                    device.activeAmperes().isPresent() || device.sleepAmperes().isPresent();
            assertTrue(!known || device.volts().isPresent() && device.sources().size() > 1, device.name());
            double active = device.activeAmperes().orElse(0.01);
            double sleep = device.sleepAmperes().orElse(1e-6);
            assertTrue(active >= 1e-4 && active <= 0.5, device.name());
            assertTrue(sleep >= 1e-9 && sleep < active, device.name());
        }
    }

    @Test
    void namesNoDeviceTwice() {
        Set<String> names = new HashSet<>();
        Catalogue.all().forEach(device -> {
            assertTrue(names.add(device.name()), device.name());
            device.aliases().forEach(alias -> assertTrue(names.add(alias), alias));
        });
    }

    @Test
    void extensionsAreThoseOfTheCore() {
        for (Device device : Catalogue.all()) {
            boolean dsp = Set.of(Core.CORTEX_M4, Core.CORTEX_M7, Core.CORTEX_M33, Core.CORTEX_M55)
                    .contains(device.core());
            assertEquals(dsp, device.dsp(), device.name());
            assertEquals(device.core() == Core.CORTEX_M55, device.mve(), device.name());
        }
    }

    @Test
    void holdsTheBoardsOfTheCourse() {
        for (String name : List.of(
                "arduino-uno",
                "arduino-mega",
                "arduino-nano-33-ble-sense",
                "arduino-nicla-sense-me",
                "raspberry-pi-pico",
                "raspberry-pi-pico-2",
                "esp32",
                "esp32-s3",
                "esp32-c3",
                "stm32-nucleo-f401re",
                "stm32-nucleo-f446re",
                "stm32-nucleo-l476rg",
                "stm32-nucleo-h743zi",
                "stm32-nucleo-u575zi-q",
                "stm32-nucleo-g031k8",
                "nrf52840-dk",
                "nrf5340-dk",
                "microbit-v2",
                "teensy-4-1",
                "sparkfun-edge",
                "corstone-300")) {
            assertEquals(name, Catalogue.of(name).name());
        }
    }

    @Test
    void knowsOtherNames() {
        assertEquals("arduino-uno", Catalogue.of("arduino-uno-r3").name());
        assertEquals("esp32", Catalogue.of("esp32-devkitc").name());
    }

    @Test
    void namesTheClosestForOneThatIsNotKnown() {
        assertEquals(
                "--device \"nrf52840dk\": is not known, closest are nrf52840-dk, nrf52-dk, nrf5340-dk; mote devices lists all",
                refusal("nrf52840dk"));
        assertTrue(refusal("Arduino Uno").contains("closest are arduino-uno, "));
        assertTrue(refusal("nucleo").contains("closest are stm32-nucleo-"));
        assertTrue(refusal("").contains("mote devices"));
        assertTrue(refusal("a\nb").startsWith("--device \"a?b\""));
    }

    private static String refusal(String name) {
        return assertThrows(BadInputException.class, () -> Catalogue.of(name)).getMessage();
    }

    /** {@code -Dgolden.update=docs} (any folder) writes the page anew. */
    @Test
    void pageHasTheTable() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(BEGIN)) + BEGIN + table() + page.substring(page.indexOf(END));
        String folder = System.getProperty("golden.update");
        if (folder != null) {
            Files.writeString(Path.of(folder).resolve("devices.md"), expected);
            return;
        }
        assertEquals(expected, page);
    }

    private static String table() {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "| name | board | core | flash | RAM | MHz | active | sleep | emulated |",
                "|---|---|---|---:|---:|---:|---:|---:|---|"));
        for (Device device : Catalogue.all()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %s, %s | %s | %,d | %,d | %.0f | %s | %s | %s |",
                    device.name(),
                    device.title(),
                    device.microcontroller(),
                    device.core().title(),
                    device.flashBytes(),
                    device.ramBytes(),
                    device.clockHertz() / 1e6,
                    device.activeAmperes().isEmpty()
                            ? ""
                            : text(device.activeAmperes().getAsDouble() * 1e3, "mA"),
                    device.sleepAmperes().isEmpty()
                            ? ""
                            : text(device.sleepAmperes().getAsDouble() * 1e6, "µA"),
                    device.board().isEmpty() ? "" : "`" + device.board() + "`"));
        }
        return String.join("\n", lines) + "\n\n";
    }

    private static String text(double value, String unit) {
        return String.format(Locale.ROOT, "%.3g %s", value, unit);
    }
}
