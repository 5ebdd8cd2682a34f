package dev.mote.device.budget;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.Core;
import dev.mote.device.catalogue.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/budgets.md has the numbers of the code. */
class BudgetsPageTest {
    private final String page = Files.readString(Path.of("../docs/budgets.md"));

    BudgetsPageTest() throws IOException {}

    @Test
    void hasTheCyclesOfEveryCore() {
        Arrays.stream(Core.values())
                .filter(core -> core != Core.PORTABLE)
                .forEach(core -> requireRow(core.title(), Cycles.ofCore(core)));
    }

    @Test
    void hasTheFactorOfEveryFlash() {
        for (Device.FlashAccess access : Device.FlashAccess.values()) {
            requireRow(access.name().toLowerCase(Locale.ROOT).replace('_', ' '), Cycles.ofFlash(access));
        }
    }

    @Test
    void hasEveryCell() {
        for (Cell cell : Cell.all()) {
            String row = String.format(
                    Locale.ROOT,
                    "| `%s` | %,.0f | %.1f | %.0f %% | %,.0f | %s |",
                    cell.name(),
                    cell.ampereHours() * 1e3,
                    cell.volts(),
                    cell.lossPerYear() * 100,
                    cell.amperes() * 1e3,
                    cell.source());
            assertTrue(page.contains("\n" + row + "\n"), row);
        }
    }

    @Test
    void hasTheErrorsOfCounts() {
        assertTrue(page.contains("| instructions, estimated | 15 %"));
        assertTrue(page.contains("| instructions, assumed | 50 %"));
        assertTrue(page.contains("| active current | up to 2.5 times as high"));
        assertTrue(Work.Origin.ESTIMATED.error() == 0.15 && Work.Origin.ASSUMED.error() == 0.5);
        assertTrue(Budget.ACTIVE.equals(new Estimate(1, 1, 2.5)));
    }

    private void requireRow(String name, Estimate estimate) {
        String row = String.format(
                Locale.ROOT,
                "\n| %s | %.2f | %.2f | %.2f |",
                name,
                estimate.low(),
                estimate.typical(),
                estimate.high());
        assertTrue(page.contains(row), row);
    }
}
