package dev.mote.app.pipeline;

import dev.mote.app.report.SimulationPage;
import dev.mote.app.report.SweepPanel;
import dev.mote.dataset.metrics.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A sweep and a fleet as parts of a simulation's page. */
final class StudyReport {
    private StudyReport() {}

    static List<SweepPanel> panels(SweepFigures sweep) {
        return sweep.faults().stream()
                .map(curve -> panel(sweep.baseline(), curve))
                .toList();
    }

    private static SweepPanel panel(SweepFigures.Point baseline, SweepFigures.Curve curve) {
        List<SweepFigures.Point> points = curve.points();
        List<SweepFigures.Point> all =
                Stream.concat(Stream.of(baseline), points.stream()).toList();
        int survived = 0;
        while (survived < points.size() && points.get(survived).survived()) {
            survived++;
        }
        return new SweepPanel(
                curve.kind(),
                points.stream().map(SweepFigures.Point::level).toList(),
                survived,
                all.stream().map(SweepFigures.Point::accuracy).toList(),
                all.stream().map(point -> point.accuracyInterval().low()).toList(),
                all.stream().map(point -> point.accuracyInterval().high()).toList(),
                all.stream()
                        .flatMap(point -> point.floatAccuracy().stream().boxed())
                        .toList());
    }

    static List<SimulationPage.Table> tables(SimulationSummary summary) {
        List<SimulationPage.Table> tables = new ArrayList<>();
        summary.sweep().ifPresent(sweep -> tables.add(sweep(sweep)));
        summary.fleet().ifPresent(fleet -> {
            tables.add(fleet(fleet));
            tables.add(kinds(fleet));
            tables.add(worst(fleet));
        });
        return tables;
    }

    private static SimulationPage.Table sweep(SweepFigures sweep) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("none", sweep.baseline()));
        sweep.faults().forEach(curve -> curve.points().forEach(point -> rows.add(row(point.fault(), point))));
        return new SimulationPage.Table(
                String.format(
                        Locale.ROOT,
                        "Faults. Not survived: more than %.3g points lost, no better than chance (%.1f %%), or less than half of"
                                + " the windows left",
                        sweep.maxLossPoints(),
                        100 * sweep.chance()),
                List.of("fault", "survived", "int8", "95 % interval", "events found", "float", "events found by float"),
                2,
                rows);
    }

    private static List<String> row(String name, SweepFigures.Point point) {
        return List.of(
                name,
                point.survived() ? "yes" : "no",
                percent(point.accuracy()),
                interval("%.1f to %.1f %%", point.accuracyInterval()),
                percent(point.eventRecall()),
                percent(point.floatAccuracy().orElse(Double.NaN)),
                percent(point.floatEventRecall().orElse(Double.NaN)));
    }

    private static SimulationPage.Table fleet(FleetFigures fleet) {
        List<List<String>> rows = new ArrayList<>();
        fleet.quantiles()
                .forEach(quantile -> rows.add(List.of(
                        String.format(Locale.ROOT, "%.0f %% of the devices have at most", 100 * quantile.share()),
                        percent(quantile.accuracy()))));
        rows.add(List.of("all windows", percent(fleet.accuracy())));
        rows.add(List.of("devices without a random fault, mean", percent(fleet.healthyAccuracy())));
        rows.add(List.of("events found", percent(fleet.eventRecall())));
        rows.add(List.of("false alarms an hour", String.format(Locale.ROOT, "%.1f", fleet.falseAlarmsPerHour())));
        return new SimulationPage.Table(
                String.format(Locale.ROOT, "%,d devices of %.0f s: accuracy", fleet.devices(), fleet.secondsEach()),
                List.of("", "int8"),
                1,
                rows);
    }

    private static SimulationPage.Table kinds(FleetFigures fleet) {
        return new SimulationPage.Table(
                "Devices with one random fault, against devices without any",
                List.of("fault", "devices", "accuracy", "points", "95 % interval"),
                1,
                fleet.faults().stream()
                        .map(row -> List.of(
                                row.kind(),
                                String.format(Locale.ROOT, "%,d", row.devices()),
                                percent(row.accuracy()),
                                String.format(Locale.ROOT, "%+.1f", 100 * row.change()),
                                interval("%+.1f to %+.1f", row.changeInterval())))
                        .toList());
    }

    private static SimulationPage.Table worst(FleetFigures fleet) {
        return new SimulationPage.Table(
                "The worst devices; --device-number runs one of them again",
                List.of("person", "random faults", "device", "accuracy"),
                2,
                fleet.worst().stream()
                        .map(device -> List.of(
                                device.person(),
                                String.join(" ", device.faults()),
                                Integer.toString(device.device()),
                                percent(device.accuracy())))
                        .toList());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String interval(String format, Interval interval) {
        return Double.isNaN(interval.low())
                ? "–"
                : String.format(Locale.ROOT, format, 100 * interval.low(), 100 * interval.high());
    }
}
