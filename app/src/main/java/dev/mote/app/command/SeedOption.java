package dev.mote.app.command;

import picocli.CommandLine.Option;

/** {@code --seed}, for data that is generated or split. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of generated data and of splits. Default: ${DEFAULT-VALUE}.")
    private long seed;

    long value() {
        return seed;
    }
}
