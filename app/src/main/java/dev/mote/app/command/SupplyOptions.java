package dev.mote.app.command;

import dev.mote.device.budget.Cell;
import dev.mote.device.budget.Supply;
import dev.mote.model.BadInputException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --cell} and {@code --sensor-current}: what feeds a device, and what it feeds. */
final class SupplyOptions {
    @Option(
            names = "--cell",
            paramLabel = "NAME",
            description = "Battery whose life is told: CR2032, AA, 18650, ..., or capacity and voltage as 230mAh/3V.")
    private String cell;

    @Option(
            names = "--sensor-current",
            paramLabel = "MILLIAMPERES",
            defaultValue = "0",
            description = "What the sensor draws all the time. Default: 0.")
    private double sensorMilliamperes;

    Supply supply() {
        if (!(sensorMilliamperes >= 0 && Double.isFinite(sensorMilliamperes))) {
            throw new BadInputException(
                    "--sensor-current is " + sensorMilliamperes + ", expected milliamperes, 0 or more");
        }
        return new Supply(Optional.ofNullable(cell).map(Cell::of), sensorMilliamperes / 1e3);
    }
}
