package dev.mote.app.pipeline;

import dev.mote.dataset.metrics.Interval;
import dev.mote.device.fleet.Device;
import dev.mote.device.fleet.Fleet;
import dev.mote.device.fleet.FleetSummary;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A fleet in numbers; the components are JSON keys.
 *
 * @param silent devices without a window that could be judged
 * @param quantiles of the devices' accuracy
 * @param healthy devices without a random fault
 * @param faults what each kind of random fault goes with
 * @param sensors what each property of a sensor goes with
 */
public record FleetFigures(
        int devices,
        double secondsEach,
        int silent,
        long samples,
        long windows,
        double accuracy,
        OptionalDouble floatAccuracy,
        double eventRecall,
        double eventPrecision,
        double falseAlarmsPerHour,
        List<Quantile> quantiles,
        int healthy,
        double healthyAccuracy,
        List<FaultRow> faults,
        List<SensorRow> sensors,
        List<DeviceRow> worst,
        double seconds,
        double devicesPerSecond,
        double samplesPerSecond) {
    /** This share of the devices has at most this accuracy. */
    public record Quantile(double share, double accuracy) {}

    /** @param change of the mean accuracy against devices without a random fault */
    public record FaultRow(String kind, int devices, double accuracy, double change, Interval changeInterval) {}

    /** Mean accuracy of the quarters of the devices that have least and most of it. */
    public record SensorRow(String property, double least, double most, Interval changeInterval) {}

    /**
     * One device.
     *
     * @param faults random ones
     * @param allFaults with those of its sensor, as {@code --fault} takes them
     */
    public record DeviceRow(
            int device,
            String person,
            long windows,
            double accuracy,
            OptionalDouble floatAccuracy,
            long truthEvents,
            long matchedEvents,
            long falseAlarms,
            List<String> faults,
            List<String> allFaults) {
        static DeviceRow of(Fleet fleet, Device device) {
            return new DeviceRow(
                    device.number(),
                    device.person(),
                    device.windows(),
                    device.accuracy(),
                    device.floatRight() < 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of((double) device.floatRight() / device.judged()),
                    device.events().truth(),
                    device.events().matched(),
                    device.events().falseAlarms(),
                    device.faults().texts(),
                    fleet.faults(device.number()).texts());
        }
    }

    static FleetFigures of(Fleet fleet, FleetSummary summary, double secondsEach, double seconds) {
        return new FleetFigures(
                summary.devices(),
                secondsEach,
                summary.silent(),
                summary.samples(),
                summary.windows(),
                summary.accuracy(),
                Double.isNaN(summary.floatAccuracy())
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(summary.floatAccuracy()),
                summary.events().recall(),
                summary.events().precision(),
                summary.falseAlarmsPerHour(),
                IntStream.range(0, FleetSummary.SHARES.size())
                        .mapToObj(i -> new Quantile(
                                FleetSummary.SHARES.get(i), summary.quantiles().get(i)))
                        .toList(),
                summary.healthy(),
                summary.healthyAccuracy(),
                summary.kinds().stream()
                        .map(row -> new FaultRow(
                                row.kind().option(), row.devices(), row.accuracy(), row.change(), row.interval()))
                        .toList(),
                summary.properties().stream()
                        .map(row -> new SensorRow(row.property(), row.least(), row.most(), row.interval()))
                        .toList(),
                summary.worst().stream()
                        .map(device -> DeviceRow.of(fleet, device))
                        .toList(),
                seconds,
                summary.devices() / seconds,
                summary.samples() / seconds);
    }
}
