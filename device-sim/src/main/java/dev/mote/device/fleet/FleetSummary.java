package dev.mote.device.fleet;

import dev.mote.dataset.metrics.EventCounts;
import dev.mote.dataset.metrics.Interval;
import dev.mote.device.fault.Fault;
import dev.mote.device.fault.FaultKind;
import dev.mote.device.fault.SensorUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A fleet in numbers.
 *
 * @param silent devices that had no window to judge
 * @param windows judged, of all devices
 * @param floatAccuracy over all windows; NaN without a float model
 * @param quantiles accuracy of the devices at {@link #SHARES}
 * @param healthy devices without a random fault
 * @param healthyAccuracy mean of theirs
 * @param kinds what each kind of random fault goes with where it is the only one, the most harmful first
 * @param properties what each property of a sensor goes with
 * @param worst devices, the worst first
 */
public record FleetSummary(
        int devices,
        int silent,
        long samples,
        long windows,
        double accuracy,
        double floatAccuracy,
        EventCounts events,
        double falseAlarmsPerHour,
        List<Double> quantiles,
        int healthy,
        double healthyAccuracy,
        List<KindRow> kinds,
        List<PropertyRow> properties,
        List<Device> worst) {
    /** Of the devices. */
    public static final List<Double> SHARES = List.of(0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0);

    private static final int WORST = 10;
    private static final double NORMAL_95 = 1.959964;

    /**
     * A kind of random fault.
     *
     * @param devices that have it, and no other
     * @param accuracy mean of theirs
     * @param change against devices without any random fault
     * @param interval of the change, 95 %
     */
    public record KindRow(FaultKind kind, int devices, double accuracy, double change, Interval interval) {}

    /**
     * A property of a sensor, over the devices without a random fault.
     *
     * @param least mean accuracy of the quarter of the devices that has least of it
     * @param most of the quarter that has most of it
     * @param interval of most less least, 95 %
     */
    public record PropertyRow(String property, double least, double most, Interval interval) {}

    /** @param units of the devices, by their number */
    public static FleetSummary of(List<Device> devices, IntFunction<SensorUnit> units) {
        List<Device> judged =
                devices.stream().filter(device -> device.judged() > 0).toList();
        List<Device> healthy = judged.stream()
                .filter(device -> device.faults().list().isEmpty())
                .toList();
        long windows = devices.stream().mapToLong(Device::judged).sum();
        long floatRight = devices.stream().mapToLong(Device::floatRight).sum();
        boolean hasFloat = devices.stream().allMatch(device -> device.floatRight() >= 0);
        EventCounts events = devices.stream().map(Device::events).reduce(EventCounts.NONE, EventCounts::plus);
        double hours = devices.stream().mapToDouble(Device::seconds).sum() / 3600;
        return new FleetSummary(
                devices.size(),
                devices.size() - judged.size(),
                devices.stream().mapToLong(Device::samples).sum(),
                windows,
                (double) devices.stream().mapToLong(Device::right).sum() / windows,
                hasFloat ? (double) floatRight / windows : Double.NaN,
                events,
                events.falseAlarms() / hours,
                quantiles(judged),
                healthy.size(),
                Mean.of(healthy).mean(),
                kinds(judged, healthy),
                properties(healthy, units),
                judged.stream()
                        .sorted(Comparator.comparingDouble(Device::accuracy).thenComparingInt(Device::number))
                        .limit(WORST)
                        .toList());
    }

    private static List<Double> quantiles(List<Device> judged) {
        double[] sorted = judged.stream().mapToDouble(Device::accuracy).sorted().toArray();
        return SHARES.stream()
                .map(share -> sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))])
                .toList();
    }

    private static List<KindRow> kinds(List<Device> judged, List<Device> healthy) {
        List<KindRow> rows = new ArrayList<>();
        Mean without = Mean.of(healthy);
        for (FaultKind kind : FaultKind.values()) {
            List<Device> having = judged.stream().filter(hasOnly(kind)).toList();
            if (!having.isEmpty()) {
                Mean with = Mean.of(having);
                rows.add(new KindRow(
                        kind, having.size(), with.mean(), with.mean() - without.mean(), with.difference(without)));
            }
        }
        rows.sort(Comparator.comparingDouble(KindRow::change));
        return rows;
    }

    private static Predicate<Device> hasOnly(FaultKind kind) {
        return device -> !device.faults().list().isEmpty()
                && device.faults().list().stream().map(Fault::kind).allMatch(kind::equals);
    }

    private static List<PropertyRow> properties(List<Device> healthy, IntFunction<SensorUnit> units) {
        if (healthy.size() < 4) {
            return List.of();
        }
        return List.of(
                property("mounting angle", healthy, units, SensorUnit::mountingDegrees),
                property("clock error", healthy, units, unit -> Math.abs(unit.skew())),
                property("cross-axis sensitivity", healthy, units, unit -> Math.abs(unit.crossAxis())),
                property("bias", healthy, units, SensorUnit::largestBiasMilliG),
                property("gain error", healthy, units, SensorUnit::largestGain),
                property("noise", healthy, units, SensorUnit::noiseMilliG));
    }

    private static PropertyRow property(
            String name, List<Device> healthy, IntFunction<SensorUnit> units, ToDoubleFunction<SensorUnit> property) {
        double[] values = healthy.stream()
                .mapToDouble(device -> property.applyAsDouble(units.apply(device.number())))
                .toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[sorted.length / 4];
        double high = sorted[sorted.length - 1 - sorted.length / 4];
        List<Device> least = new ArrayList<>();
        List<Device> most = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] <= low) {
                least.add(healthy.get(i));
            }
            if (values[i] >= high) {
                most.add(healthy.get(i));
            }
        }
        Mean leastMean = Mean.of(least);
        Mean mostMean = Mean.of(most);
        return new PropertyRow(name, leastMean.mean(), mostMean.mean(), mostMean.difference(leastMean));
    }

    /** Mean accuracy of devices, and the square of its standard error. */
    private record Mean(double mean, double squaredError) {
        static Mean of(List<Device> devices) {
            double mean =
                    devices.stream().mapToDouble(Device::accuracy).average().orElse(Double.NaN);
            double squares = devices.stream()
                    .flatMapToDouble(device -> DoubleStream.of(device.accuracy() - mean))
                    .map(off -> off * off)
                    .sum();
            double count = devices.size();
            return new Mean(mean, count < 2 ? Double.NaN : squares / (count - 1) / count);
        }

        /** Of this less another, whose devices are others: normal, as there are many. */
        Interval difference(Mean other) {
            double margin = NORMAL_95 * Math.sqrt(squaredError + other.squaredError);
            return new Interval(mean - other.mean - margin, mean - other.mean + margin);
        }
    }
}
