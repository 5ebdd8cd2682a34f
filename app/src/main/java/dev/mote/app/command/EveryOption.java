package dev.mote.app.command;

import dev.mote.model.BadInputException;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** {@code --every}. */
final class EveryOption {
    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Time from one window to the next. Default: that of the model's front end, if it has one.")
    private Double seconds;

    OptionalDouble seconds() {
        if (seconds == null) {
            return OptionalDouble.empty();
        }
        if (!(seconds > 0 && Double.isFinite(seconds))) {
            throw new BadInputException("--every is " + seconds + ", expected seconds, more than 0");
        }
        return OptionalDouble.of(seconds);
    }
}
