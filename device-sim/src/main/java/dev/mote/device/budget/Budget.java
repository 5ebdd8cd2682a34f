package dev.mote.device.budget;

import dev.mote.device.catalogue.Device;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a model costs on a device in time, energy and battery: docs/budgets.md.
 *
 * @param work of one window; empty where it is not known, and with it all else
 * @param everySeconds from one window to the next; empty where it is not known: then there is no deadline, and no day
 */
public record Budget(Device device, Optional<Work> work, OptionalDouble everySeconds, Supply supply) {
    private static final double DAY_SECONDS = 86_400;
    private static final double YEAR_HOURS = 365.25 * 24;

    /** Of a converter from a cell with less voltage than the device needs. */
    private static final double BOOST_EFFICIENCY = 0.85;

    /** @throws IllegalArgumentException if windows do not follow each other in a positive time */
    public Budget {
        if (everySeconds.isPresent()
                && !(everySeconds.getAsDouble() > 0 && Double.isFinite(everySeconds.getAsDouble()))) {
            throw new IllegalArgumentException("a window every " + everySeconds.getAsDouble() + " s");
        }
    }

    /** Seconds from the last sample of a window to the scores. */
    public Optional<Estimate> latency() {
        return work.map(known -> known.bounds().times(CoreCycles.of(device)).times(1.0 / device.clockHertz()));
    }

    /** Share of the time in which the core computes; above 1 if it cannot keep up. */
    public Optional<Estimate> dutyCycle() {
        return latency()
                .filter(known -> everySeconds.isPresent())
                .map(known -> known.times(1 / everySeconds.getAsDouble()));
    }

    /** How many times faster the device is than the windows demand, in the worst case of the error bar. */
    public OptionalDouble realTimeMargin() {
        return dutyCycle().stream().mapToDouble(duty -> 1 / duty.high()).findFirst();
    }

    /** Whether a window is done before the next one, in the worst case of the error bar; true without a deadline. */
    public boolean keepsUp() {
        return dutyCycle().map(duty -> duty.high() <= 1).orElse(true);
    }

    /** Joules of one window; empty where the active current is not known. */
    public Optional<Estimate> energy() {
        return device.activeAmperes().isEmpty() || device.volts().isEmpty()
                ? Optional.empty()
                : latency()
                        .map(known -> known.times(device.activeAmperes().getAsDouble()
                                * device.volts().getAsDouble()));
    }

    /** Mean current of device and sensor in amperes; empty where a current or the time between windows is not known. */
    public Optional<Estimate> current() {
        if (device.activeAmperes().isEmpty() || device.sleepAmperes().isEmpty()) {
            return Optional.empty();
        }
        double sleep = device.sleepAmperes().getAsDouble();
        double active = device.activeAmperes().getAsDouble();
        return dutyCycle()
                .map(duty -> new Estimate(
                        mean(duty.low(), active, sleep),
                        mean(duty.typical(), active, sleep),
                        mean(duty.high(), active, sleep)));
    }

    private double mean(double duty, double active, double sleep) {
        double share = Math.min(1, duty);
        return share * active + (1 - share) * sleep + supply.sensorAmperes();
    }

    /** Joules of a day: windows, sleep between them, and sensor. */
    public Optional<Estimate> energyPerDay() {
        return device.volts().isEmpty()
                ? Optional.empty()
                : current().map(known -> known.times(device.volts().getAsDouble() * DAY_SECONDS));
    }

    /** Days until the cell is empty. */
    public Optional<Estimate> batteryDays() {
        return supply.cell()
                .filter(cell -> device.volts().isPresent())
                .flatMap(cell -> current()
                        .map(known -> new Estimate(
                                days(cell, known.high()), days(cell, known.typical()), days(cell, known.low()))));
    }

    /** A cell above the device's voltage feeds it through a linear regulator: the same current. One below needs a converter. */
    private double days(Cell cell, double amperes) {
        double volts = device.volts().getAsDouble();
        double drawn = cell.volts() >= volts ? amperes : amperes * volts / cell.volts() / BOOST_EFFICIENCY;
        double lost = cell.ampereHours() * cell.lossPerYear() / YEAR_HOURS;
        return cell.ampereHours() / (drawn + lost) / 24;
    }
}
