package dev.mote.trainer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Trains the network of {@link TrainAndHash}, leaving a checkpoint after each epoch: made to be killed. */
final class TrainWithCheckpoints {
    private TrainWithCheckpoints() {}

    public static void main(String[] arguments) {
        train(Path.of(arguments[0]), false);
    }

    static TrainedModel train(Path file, boolean resume) {
        return Trainer.train(
                TrainAndHash.recipe(4),
                TrainAndHash.data(),
                TrainingListener.SILENT,
                Optional.of(new Checkpoints(file, Duration.ZERO, resume)));
    }
}
