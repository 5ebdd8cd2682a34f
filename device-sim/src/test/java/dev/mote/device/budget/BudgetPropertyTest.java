package dev.mote.device.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What holds on every device of the catalogue. */
class BudgetPropertyTest {
    private static final Supply CELL = new Supply(Optional.of(Cell.of("2xAA")), 0);

    @Test
    void everyDeviceHasATimeAndAnEnergyOrAReason() {
        for (Device device : Catalogue.all()) {
            Budget budget = budget(device, 1_000_000, 10, CELL);
            Estimate latency = budget.latency().orElseThrow();
            assertTrue(latency.low() > 0 && latency.low() < latency.typical(), device.name());
            assertTrue(latency.high() > latency.typical() && latency.high() < 8 * latency.low(), device.name());
            boolean whole = budget.energy().isPresent() && budget.batteryDays().isPresent();
            assertEquals(
                    !whole,
                    budget.notes().stream().anyMatch(note -> note.contains("not known")),
                    device.name() + ": " + budget.notes());
        }
    }

    @Test
    void aFasterClockTakesLessTime() {
        for (Device device : Catalogue.all()) {
            double once = latency(device, 1_000_000);
            assertEquals(once / 2, latency(clocked(device, 2 * device.clockHertz()), 1_000_000), once * 1e-9);
        }
    }

    @Test
    void moreWorkTakesMoreTimeEnergyAndBattery() {
        for (Device device : Catalogue.all()) {
            Budget less = budget(device, 1_000_000, 10, CELL);
            Budget more = budget(device, 1_500_000, 10, CELL);
            assertTrue(typical(more.latency()) > typical(less.latency()), device.name());
            less.energy().ifPresent(energy -> assertTrue(typical(more.energy()) > energy.typical(), device.name()));
            less.batteryDays()
                    .ifPresent(days -> assertTrue(typical(more.batteryDays()) < days.typical(), device.name()));
        }
    }

    @Test
    void rarerWindowsSpareTheBattery() {
        for (Device device : Catalogue.all()) {
            Budget often = budget(device, 1_000_000, 10, CELL);
            Budget rarely = budget(device, 1_000_000, 20, CELL);
            often.batteryDays().ifPresent(days -> assertTrue(typical(rarely.batteryDays()) > days.typical()));
            assertEquals(typical(often.energy()), typical(rarely.energy()));
            assertTrue(rarely.realTimeMargin().getAsDouble()
                    > often.realTimeMargin().getAsDouble());
        }
    }

    @Test
    void aSensorAndASmallerCellShortenTheLife() {
        for (Device device : Catalogue.all()) {
            Optional<Estimate> days = budget(device, 1_000_000, 10, CELL).batteryDays();
            Supply sensor = new Supply(CELL.cell(), 1e-4);
            Supply small = new Supply(Optional.of(Cell.of("CR2032")), 0);
            days.ifPresent(known -> {
                assertTrue(typical(budget(device, 1_000_000, 10, sensor).batteryDays()) < known.typical());
                assertTrue(typical(budget(device, 1_000_000, 10, small).batteryDays()) < known.typical());
            });
        }
    }

    @Test
    void boundsAreInOrder() {
        for (Device device : Catalogue.all()) {
            Budget budget = budget(device, 1_000_000, 10, CELL);
            budget.batteryDays().ifPresent(days -> assertTrue(days.low() < days.high(), device.name()));
            budget.energyPerDay().ifPresent(joules -> assertTrue(joules.low() < joules.high(), device.name()));
        }
    }

    private static double latency(Device device, long count) {
        return typical(budget(device, count, 10, CELL).latency());
    }

    private static double typical(Optional<Estimate> estimate) {
        return estimate.map(Estimate::typical).orElse(-1.0);
    }

    private static Budget budget(Device device, long count, double every, Supply supply) {
        return new Budget(device, Optional.of(new Work(count, Work.Origin.MEASURED)), OptionalDouble.of(every), supply);
    }

    private static Device clocked(Device device, long hertz) {
        return new Device(
                device.name(),
                device.aliases(),
                device.title(),
                device.microcontroller(),
                device.core(),
                device.board(),
                device.flashBytes(),
                device.ramBytes(),
                device.constantBytes(),
                device.memory(),
                device.flashAccess(),
                hertz,
                device.fpu(),
                device.dsp(),
                device.mve(),
                device.volts(),
                device.activeAmperes(),
                device.sleepAmperes(),
                device.sources());
    }
}
