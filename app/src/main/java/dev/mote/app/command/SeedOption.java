package dev.mote.app.command;

import dev.mote.model.graph.Graph;
import picocli.CommandLine.Option;

/** {@code --seed}, for data that is generated or split. */
final class SeedOption {
    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of generated data and of splits. Default: that of the model's training, else 1.")
    private Long seed;

    /** As given; else as of the training of {@code model}, so that the test split is the same; else 1. */
    long value(Graph model) {
        if (seed != null) {
            return seed;
        }
        try {
            return Long.parseLong(model.card().facts().getOrDefault("seed", "1"));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
