package dev.mote.app.command;

import dev.mote.app.pipeline.SweepRequest;
import dev.mote.model.BadInputException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a sweep over faults tries. */
final class SweepOption {
    private static final int MOST_SEEDS = 1000;
    private static final double WHOLE = 100;

    @Option(
            names = "--sweep",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "KINDS",
            description =
                    "Run the stream with one fault after the other, at one level after the other: of these kinds, divided by"
                            + " commas, else of all that suit the stream.")
    private String kinds;

    @Option(
            names = "--levels",
            paramLabel = "KIND=LEVELS",
            description =
                    "Levels of a kind in place of the standard ones, as dropout=1%%,5%%,20%%; several times for several"
                            + " kinds.")
    private List<String> levels = List.of();

    @Option(
            names = "--sweep-seeds",
            paramLabel = "N",
            defaultValue = "3",
            description = "With how many seeds a fault is run that draws random numbers. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(
            names = "--max-loss",
            paramLabel = "POINTS",
            defaultValue = "10",
            description =
                    "Hundredths of window accuracy that a fault may cost; what costs more is not survived. Default:"
                            + " ${DEFAULT-VALUE}.")
    private double maxLoss;

    Optional<SweepRequest> request() {
        if (kinds == null) {
            if (!levels.isEmpty()) {
                throw new BadInputException("--levels needs --sweep");
            }
            return Optional.empty();
        }
        if (seeds < 1 || seeds > MOST_SEEDS) {
            throw new BadInputException("--sweep-seeds is " + seeds + ", expected 1 to " + MOST_SEEDS);
        }
        if (!(maxLoss >= 0 && maxLoss <= WHOLE)) {
            throw new BadInputException("--max-loss is " + maxLoss + ", expected points from 0 to 100");
        }
        return Optional.of(new SweepRequest(
                kinds.isBlank() ? List.of() : List.of(kinds.split(",", -1)), levels, seeds, maxLoss / WHOLE));
    }
}
