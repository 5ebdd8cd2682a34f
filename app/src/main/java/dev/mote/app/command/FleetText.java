package dev.mote.app.command;

import dev.mote.app.pipeline.FleetFigures;
import dev.mote.dataset.metrics.Interval;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@link FleetFigures} for people. */
final class FleetText {
    private final PrintWriter out;

    FleetText(PrintWriter out) {
        this.out = out;
    }

    void print(FleetFigures fleet) {
        out.println();
        line(
                "fleet      %,d devices of %s s, %,d samples in %.1f s: %,.0f devices and %,.0f samples a second",
                fleet.devices(),
                seconds(fleet.secondsEach()),
                fleet.samples(),
                fleet.seconds(),
                fleet.devicesPerSecond(),
                fleet.samplesPerSecond());
        line(
                "windows    %,d: accuracy %.2f %%%s; events: recall %.3f, precision %.3f, false alarms %.1f an hour",
                fleet.windows(),
                100 * fleet.accuracy(),
                fleet.floatAccuracy().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                ", float %.2f %%",
                                100 * fleet.floatAccuracy().getAsDouble())
                        : "",
                fleet.eventRecall(),
                fleet.eventPrecision(),
                fleet.falseAlarmsPerHour());
        line(
                "devices    accuracy %s",
                fleet.quantiles().stream().map(FleetText::text).collect(Collectors.joining(", ")));
        line(
                "           %,d without a random fault: %.2f %% on average%s",
                fleet.healthy(),
                100 * fleet.healthyAccuracy(),
                fleet.silent() > 0 ? String.format(Locale.ROOT, "; %,d had no window at all", fleet.silent()) : "");
        faults(fleet);
        sensors(fleet);
        out.println();
        line("%-8s %-24s %9s  %s", "worst", "person", "accuracy", "random faults");
        fleet.worst()
                .forEach(device -> line(
                        "%-8d %-24s %7.2f %%  %s",
                        device.device(), device.person(), 100 * device.accuracy(), String.join(" ", device.faults())));
    }

    private static String seconds(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static String text(FleetFigures.Quantile quantile) {
        String name = quantile.share() == 0
                ? "worst"
                : quantile.share() == 1 ? "best" : String.format(Locale.ROOT, "%.0f %%", 100 * quantile.share());
        return String.format(Locale.ROOT, "%s %.1f", name, 100 * quantile.accuracy());
    }

    private void faults(FleetFigures fleet) {
        if (fleet.faults().isEmpty()) {
            return;
        }
        out.println();
        line("%-24s %8s %10s %8s  %s", "random fault, alone", "devices", "accuracy", "points", "95 % interval");
        fleet.faults()
                .forEach(row -> line(
                        "%-24s %,8d %8.2f %% %+8.2f  %s",
                        row.kind(),
                        row.devices(),
                        100 * row.accuracy(),
                        100 * row.change(),
                        interval(row.changeInterval())));
    }

    private void sensors(FleetFigures fleet) {
        if (fleet.sensors().isEmpty()) {
            return;
        }
        out.println();
        line("%-24s %8s %8s %8s  %s", "property of the sensor", "least", "most", "points", "95 % interval");
        fleet.sensors()
                .forEach(row -> line(
                        "%-24s %6.2f %% %6.2f %% %+8.2f  %s",
                        row.property(),
                        100 * row.least(),
                        100 * row.most(),
                        100 * (row.most() - row.least()),
                        interval(row.changeInterval())));
    }

    private static String interval(Interval interval) {
        return Double.isNaN(interval.low())
                ? "not known"
                : String.format(Locale.ROOT, "%+.2f to %+.2f", 100 * interval.low(), 100 * interval.high());
    }

    void print(FleetFigures.DeviceRow device) {
        out.println();
        line("device     %d, person %s", device.device(), device.person());
        line(
                "           %,d windows: accuracy %.2f %%%s; %,d of %,d events found, %,d false alarms",
                device.windows(),
                100 * device.accuracy(),
                device.floatAccuracy().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                ", float %.2f %%",
                                100 * device.floatAccuracy().getAsDouble())
                        : "",
                device.matchedEvents(),
                device.truthEvents(),
                device.falseAlarms());
        line("           %s", String.join(" ", device.allFaults()));
    }

    private void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, format + "%n", arguments);
    }
}
