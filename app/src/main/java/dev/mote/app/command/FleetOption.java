package dev.mote.app.command;

import dev.mote.app.pipeline.FleetRequest;
import dev.mote.model.BadInputException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How many devices are simulated, and what they are like. */
final class FleetOption {
    private static final int MOST_DEVICES = 1_000_000;
    private static final double LONGEST_SECONDS = 86_400;
    private static final double MOST_FAULTS = 5;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Simulate so many devices, each with a sensor, a person and faults of its own.")
    private Integer devices;

    @Option(
            names = "--device-seconds",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "With --devices: how long each of them runs. Default: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(
            names = "--device-faults",
            paramLabel = "MEAN",
            defaultValue = "0.5",
            description =
                    "With --devices: random faults that a device has on average, besides the tolerances of its sensor."
                            + " Default: ${DEFAULT-VALUE}.")
    private double faults;

    @Option(
            names = "--device-number",
            paramLabel = "K",
            description =
                    "With --devices: run only device K, counted from 0, as in the fleet, and tell all that is wrong with it.")
    private Integer number;

    Optional<FleetRequest> request() {
        if (devices == null) {
            if (number != null) {
                throw new BadInputException("--device-number needs --devices, as in the run in which the device was");
            }
            return Optional.empty();
        }
        requireWithin("--devices", devices, 1, MOST_DEVICES);
        requireWithin("--device-seconds", seconds, 1, LONGEST_SECONDS);
        requireWithin("--device-faults", faults, 0, MOST_FAULTS);
        if (number != null) {
            requireWithin("--device-number", number, 0, devices - 1);
        }
        return Optional.of(new FleetRequest(
                devices, seconds, faults, number == null ? OptionalInt.empty() : OptionalInt.of(number)));
    }

    private static void requireWithin(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new BadInputException(String.format(
                    Locale.ROOT, "%s is %s, expected %s to %s", option, text(value), text(least), text(most)));
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
