package dev.mote.app.command;

import dev.mote.app.tune.Budgets;
import dev.mote.model.BadInputException;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** {@code --max-...}: what a model may cost. */
final class BudgetOptions {
    @Option(
            names = "--max-weights",
            paramLabel = "BYTES",
            description = "Trials with more weights_bytes are not trained; likewise below.")
    private Long weights;

    @Option(names = "--max-arena", paramLabel = "BYTES", description = "Most arena_bytes.")
    private Long arena;

    @Option(names = "--max-flash", paramLabel = "BYTES", description = "Most flash_bytes, an estimate.")
    private Long flash;

    @Option(names = "--max-macs", paramLabel = "N", description = "Most multiply-accumulates of an inference.")
    private Long macs;

    @Option(
            names = "--max-instructions",
            paramLabel = "N",
            description = "Most instructions of an inference: an estimate, counted with --board.")
    private Long instructions;

    Budgets budgets() {
        return new Budgets(
                limit("--max-weights", weights),
                limit("--max-arena", arena),
                limit("--max-flash", flash),
                limit("--max-macs", macs),
                limit("--max-instructions", instructions));
    }

    private static OptionalLong limit(String option, Long value) {
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value < 1) {
            throw new BadInputException(option + " is " + value + ", expected at least 1");
        }
        return OptionalLong.of(value);
    }
}
