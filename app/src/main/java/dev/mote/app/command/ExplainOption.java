package dev.mote.app.command;

import dev.mote.app.pipeline.ExplainFiles;
import dev.mote.model.BadInputException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How {@code mote quantize} measures on samples that do not calibrate. */
final class ExplainOption {
    @Option(
            names = "--explain",
            description = "Measure which layers cost the accuracy, and what each remedy gives, on samples held back.")
    private boolean explain;

    @Option(
            names = "--auto",
            description = "Try the remedies, and take the cheapest way that stays within the tolerance.")
    private boolean auto;

    @Option(
            names = "--tolerance",
            paramLabel = "POINTS",
            description = "Of --auto: hundredths of accuracy that may be lost against float; exit code 1 if every way"
                    + " loses more. Default: 0.1.")
    private Double tolerance;

    @Option(
            names = "--validation-samples",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Of --explain and --auto: how many samples are held back. Default: ${DEFAULT-VALUE}.")
    private int validationSamples;

    boolean explain() {
        return explain;
    }

    boolean auto() {
        return auto;
    }

    boolean isGiven() {
        return explain || auto;
    }

    int validationSamples() {
        return validationSamples;
    }

    /** Of {@code --auto}; empty without it. */
    Optional<Double> tolerance() {
        if (tolerance != null && !auto) {
            throw new BadInputException("--tolerance: nothing is chosen by it; give --auto as well");
        }
        if (tolerance != null && !(tolerance >= 0 && tolerance <= 100)) {
            throw new BadInputException("--tolerance is " + tolerance + ", expected points from 0 to 100");
        }
        if (validationSamples < 1) {
            throw new BadInputException("--validation-samples is " + validationSamples + ", expected at least 1");
        }
        return auto ? Optional.of(tolerance == null ? ExplainFiles.DEFAULT_TOLERANCE : tolerance) : Optional.empty();
    }
}
