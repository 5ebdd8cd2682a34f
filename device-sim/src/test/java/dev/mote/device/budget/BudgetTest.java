package dev.mote.device.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.device.catalogue.Catalogue;
import dev.mote.device.catalogue.Device;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand. The Uno: 16 MHz, 5 V, 10.4 mA active, 0.1 uA asleep, cycles counted. */
class BudgetTest {
    private static final Device UNO = Catalogue.of("arduino-uno");
    private static final Work MILLISECOND = new Work(16_000, Work.Origin.MEASURED);

    @Test
    void dividesCyclesByTheClock() {
        requireNear(0.98e-3, 1e-3, 1.02e-3, budget(UNO, MILLISECOND, 1).latency());
    }

    /** 1.4 cycles an instruction, 1.1 for the flash: 64 million instructions take 1.54 s at 64 MHz. */
    @Test
    void multipliesInstructionsByCycles() {
        Work work = new Work(64_000_000, Work.Origin.MEASURED);
        requireNear(
                1.3, 1.54, 1.95, budget(Catalogue.of("nrf52840-dk"), work, 1).latency());
    }

    /** 15 % of the estimate are on top: 0.85 * 1.3, 1.15 * 1.5 * 1.3. */
    @Test
    void estimatesHaveAWiderErrorBar() {
        Work work = new Work(64_000_000, Work.Origin.ESTIMATED);
        requireNear(
                1.105,
                1.54,
                2.2425,
                budget(Catalogue.of("nrf52840-dk"), work, 1).latency());
    }

    @Test
    void comparesWithTheNextWindow() {
        Budget slow = budget(UNO, MILLISECOND, 1.01e-3);
        requireNear(0.98 / 1.01, 1 / 1.01, 1.02 / 1.01, slow.dutyCycle());
        assertFalse(slow.keepsUp());
        assertTrue(budget(UNO, MILLISECOND, 1.02001e-3).keepsUp());
        assertEquals(10 / 1.02, budget(UNO, MILLISECOND, 0.01).realTimeMargin().orElseThrow(), 1e-9);
    }

    /** 10.4 mA * 5 V * 1 ms = 52 uJ; at most 2.5 times the current for 2 % longer. */
    @Test
    void multipliesPowerByTime() {
        requireNear(50.96e-6, 52e-6, 132.6e-6, budget(UNO, MILLISECOND, 1).energy());
    }

    /** A thousandth of 10.4 mA and the rest of 0.1 uA are 10.4999 uA: at 5 V 4.53596 J a day. */
    @Test
    void addsSleepOfADay() {
        Budget budget = budget(UNO, MILLISECOND, 1);
        assertEquals(10.4999e-6, budget.current().orElseThrow().typical(), 1e-12);
        assertEquals(4.53596, budget.energyPerDay().orElseThrow().typical(), 1e-4);
    }

    /** 10 uA more are 4.32 J more. */
    @Test
    void addsTheSensor() {
        Budget budget =
                new Budget(UNO, Optional.of(MILLISECOND), OptionalDouble.of(1), new Supply(Optional.empty(), 10e-6));
        assertEquals(4.53596 + 4.32, budget.energyPerDay().orElseThrow().typical(), 1e-4);
    }

    /** 0.1 Ah at 5 V: 0.1 / 10.4999e-6 / 24 = 396.83 days. At 2.5 V a converter draws 2 / 0.85 times as much: 168.65. */
    @Test
    void dividesTheCellByTheCurrent() {
        assertEquals(396.83, days("0.1Ah/5V"), 0.01);
        assertEquals(396.83, days("100mAh/9V"), 0.01);
        assertEquals(168.65, days("100mAh/2.5V"), 0.01);
    }

    /** Of 0.1 Ah, 10 % a year are 1.1408 uA. */
    @Test
    void addsSelfDischarge() {
        Cell cell = new Cell("own", 0.1, 5, 0.1, 1, "by hand");
        assertEquals(0.1 / (10.4999e-6 + 1.1408e-6) / 24, days(cell), 0.01);
    }

    @Test
    void cannotComputeMoreThanAllTheTime() {
        Budget busy = budget(UNO, MILLISECOND, 1e-4);
        assertEquals(0.0104, busy.current().orElseThrow().typical(), 1e-12);
    }

    @Test
    void saysWhatIsNotKnown() {
        Budget pico = budget(Catalogue.of("corstone-300"), MILLISECOND, 1);
        assertTrue(pico.energy().isEmpty() && pico.batteryDays().isEmpty());
        assertEquals(List.of("energy is not known: the catalogue has no active current of corstone-300"), pico.notes());
        Budget unknown = new Budget(UNO, Optional.empty(), OptionalDouble.of(1), Supply.MAINS);
        assertTrue(unknown.keepsUp() && unknown.latency().isEmpty());
        assertEquals(
                List.of("time and energy are not known: a kernel of the model was not measured on AVR"),
                unknown.notes());
    }

    @Test
    void saysThatACellIsTooSmall() {
        Supply supply = new Supply(Optional.of(Cell.of("CR2032")), 0.005);
        List<String> notes = new Budget(UNO, Optional.of(MILLISECOND), OptionalDouble.of(1), supply).notes();
        assertEquals(
                List.of("CR2032 gives about 15.0 mA for a moment, but 15.4 mA are drawn while it computes:"
                        + " add a capacitor or take a larger cell"),
                notes);
    }

    @Test
    void withoutADeadlineThereIsNoDay() {
        Budget budget = new Budget(UNO, Optional.of(MILLISECOND), OptionalDouble.empty(), Supply.MAINS);
        assertTrue(budget.keepsUp());
        assertTrue(budget.dutyCycle().isEmpty() && budget.energyPerDay().isEmpty());
        assertTrue(budget.energy().isPresent());
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> budget(UNO, MILLISECOND, 0));
        assertThrows(IllegalArgumentException.class, () -> budget(UNO, MILLISECOND, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Work(-1, Work.Origin.MEASURED));
        assertThrows(IllegalArgumentException.class, () -> new Supply(Optional.empty(), -1));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(2, 1, 3));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(0, 1, Double.NaN));
    }

    private static double days(String cell) {
        return days(Cell.of(cell));
    }

    private static double days(Cell cell) {
        return new Budget(UNO, Optional.of(MILLISECOND), OptionalDouble.of(1), new Supply(Optional.of(cell), 0))
                .batteryDays()
                .orElseThrow()
                .typical();
    }

    private static Budget budget(Device device, Work work, double everySeconds) {
        return new Budget(device, Optional.of(work), OptionalDouble.of(everySeconds), Supply.MAINS);
    }

    private static void requireNear(double low, double typical, double high, Optional<Estimate> found) {
        assertEquals(low, found.orElseThrow().low(), low * 1e-9);
        assertEquals(typical, found.orElseThrow().typical(), typical * 1e-9);
        assertEquals(high, found.orElseThrow().high(), high * 1e-9);
    }
}
