package dev.mote.device.budget;

import dev.mote.device.catalogue.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a model costs on a device in time, energy and battery: docs/budgets.md.
 *
 * @param work of one window; empty where it is not known, and with it all else
 * @param everySeconds from one window to the next; empty where it is not known: then there is no deadline, and no day
 */
public record Budget(Device device, Optional<Work> work, OptionalDouble everySeconds, Supply supply) {
    /** What inference draws, in active currents of data sheets: they are of small loops. */
    static final Estimate ACTIVE = new Estimate(1, 1, 2.5);

    private static final double DAY_SECONDS = 86_400;
    private static final double YEAR_DAYS = 365.25;

    /** Of a converter from a cell with less voltage than the device needs. */
    private static final double BOOST_EFFICIENCY = 0.85;

    /** @throws IllegalArgumentException if windows do not follow each other in a positive time */
    public Budget {
        double every = everySeconds.orElse(1);
        if (!(every > 0 && Double.isFinite(every))) {
            throw new IllegalArgumentException("a window every " + every + " s");
        }
    }

    /** Seconds from the last sample of a window to its scores. */
    public Optional<Estimate> latency() {
        return work.map(known -> known.bounds().times(Cycles.of(device)).times(1.0 / device.clockHertz()));
    }

    /** Share of the time in which the core computes; above 1 if it cannot keep up. */
    public Optional<Estimate> dutyCycle() {
        return everySeconds.isEmpty()
                ? Optional.empty()
                : latency().map(known -> known.times(1 / everySeconds.getAsDouble()));
    }

    /** How many times faster the device is than windows follow each other, at the slow end of the error bar. */
    public OptionalDouble realTimeMargin() {
        return dutyCycle().stream().mapToDouble(duty -> 1 / duty.high()).findFirst();
    }

    /** Whether a window is done before the next one, at the slow end of the error bar; true where that is not known. */
    public boolean keepsUp() {
        return dutyCycle().map(duty -> duty.high() <= 1).orElse(true);
    }

    /** Joules of one window; empty where the active current is not known. */
    public Optional<Estimate> energy() {
        if (device.activeAmperes().isEmpty() || device.volts().isEmpty()) {
            return Optional.empty();
        }
        double watts = device.activeAmperes().getAsDouble() * device.volts().getAsDouble();
        return latency().map(known -> known.times(ACTIVE).times(watts));
    }

    /** Mean amperes of device and sensor; empty where a current or the time between windows is not known. */
    public Optional<Estimate> current() {
        if (device.activeAmperes().isEmpty() || device.sleepAmperes().isEmpty()) {
            return Optional.empty();
        }
        Estimate active = ACTIVE.times(device.activeAmperes().getAsDouble());
        return dutyCycle()
                .map(duty -> new Estimate(
                        mean(duty.low(), active.low()),
                        mean(duty.typical(), active.typical()),
                        mean(duty.high(), active.high())));
    }

    private double mean(double duty, double active) {
        double share = Math.min(1, duty);
        return share * active + (1 - share) * device.sleepAmperes().getAsDouble() + supply.sensorAmperes();
    }

    /** Joules of a day: windows, sleep between them, and sensor. */
    public Optional<Estimate> energyPerDay() {
        return device.volts().isEmpty()
                ? Optional.empty()
                : current().map(known -> known.times(device.volts().getAsDouble() * DAY_SECONDS));
    }

    /** Days until the cell is empty. */
    public Optional<Estimate> batteryDays() {
        if (supply.cell().isEmpty() || device.volts().isEmpty()) {
            return Optional.empty();
        }
        Cell cell = supply.cell().get();
        return current()
                .map(known ->
                        new Estimate(days(cell, known.high()), days(cell, known.typical()), days(cell, known.low())));
    }

    /** A cell above the device's voltage feeds it through a linear regulator: the same current. One below needs a converter. */
    private double days(Cell cell, double amperes) {
        double volts = device.volts().getAsDouble();
        double drawn = cell.volts() >= volts ? amperes : amperes * volts / cell.volts() / BOOST_EFFICIENCY;
        double lost = cell.ampereHours() * cell.lossPerYear() / (YEAR_DAYS * 24);
        return cell.ampereHours() / (drawn + lost) / 24;
    }

    /** What is not known and why, and what stands against the cell: sentences without an end. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (work.isEmpty()) {
            notes.add("time and energy are not known: a kernel of the model was not measured on "
                    + device.core().title());
        } else if (device.activeAmperes().isEmpty() || device.volts().isEmpty()) {
            notes.add("energy is not known: the catalogue has no active current of " + device.name());
        } else if (device.sleepAmperes().isEmpty()) {
            notes.add("energy of a day is not known: the catalogue has no sleep current of " + device.name());
        }
        if (work.map(known -> !known.isWhole()).orElse(false)) {
            notes.add("the time is of the network alone: its front end was not counted on an emulated board");
        }
        supply.cell().ifPresent(cell -> {
            double active = device.activeAmperes().orElse(0) + supply.sensorAmperes();
            if (active > cell.amperes()) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s gives about %.3g mA for a moment, but %.3g mA are drawn while it computes: add a capacitor or take a larger cell",
                        cell.name(),
                        cell.amperes() * 1e3,
                        active * 1e3));
            }
        });
        return List.copyOf(notes);
    }
}
