package dev.mote.app.studio.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.mote.app.pipeline.DeviceDemand;
import dev.mote.app.pipeline.DeviceFit;
import dev.mote.device.budget.Cell;
import dev.mote.device.budget.Supply;
import dev.mote.device.catalogue.Catalogue;
import dev.mote.model.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which devices a model fits; the components are JSON keys.
 *
 * @param everySeconds from one window to the next; null where neither the request nor the model's front end says
 * @param note why the list is empty; empty if it is not
 */
public record DeviceTable(OptionalDouble everySeconds, String cell, String note, List<Row> devices) {
    private static final double LONGEST_SECONDS = 86_400;

    /** @param obstacle what stands against the device; empty if it fits */
    public record Row(@JsonUnwrapped DeviceFit fit, String obstacle) {}

    /**
     * @param cell name of a battery
     * @param every seconds; empty for what the model says
     * @throws BadInputException if one of them is not known or no number
     */
    static DeviceTable of(Analysis analysis, Optional<String> cell, Optional<String> every) {
        Optional<Cell> battery = cell.filter(text -> !text.isBlank()).map(DeviceTable::cell);
        OptionalDouble seconds = every.filter(text -> !text.isBlank()).stream()
                .mapToDouble(DeviceTable::seconds)
                .findFirst();
        String name = battery.map(Cell::name).orElse("");
        if (analysis.ready().isEmpty()) {
            return new DeviceTable(seconds, name, "Mote cannot run this model, so it fits no device", List.of());
        }
        Analysis.Ready ready = analysis.ready().get();
        if (ready.figures().isEmpty()) {
            return new DeviceTable(
                    seconds, name, "a layer is larger than its C kernel takes, so it fits no device", List.of());
        }
        DeviceDemand demand = new DeviceDemand(Catalogue.all(), seconds, new Supply(battery, 0), false);
        List<Row> rows = demand.fits(ready.program().graph(), analysis.source(), ready.figures()).stream()
                .map(fit -> new Row(fit, fit.obstacle()))
                .toList();
        return new DeviceTable(rows.getFirst().fit().budget().everySeconds(), name, "", rows);
    }

    private static Cell cell(String name) {
        return Cell.all().stream()
                .filter(cell -> cell.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new BadInputException("cell: is not known, expected one of " + String.join(", ", cells())));
    }

    /** Names of the batteries. */
    static List<String> cells() {
        return Cell.all().stream().map(Cell::name).toList();
    }

    private static double seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds <= LONGEST_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // As a number that is out of range.
        }
        throw new BadInputException("every: expected seconds from one window to the next, above 0 and at most 86400");
    }
}
