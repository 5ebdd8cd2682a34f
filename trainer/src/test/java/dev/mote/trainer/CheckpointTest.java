package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.BadInputException;
import dev.mote.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final TrainingData DATA = TrainerTest.stripes(60);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void file() {
        file = folder.resolve("checkpoint.mote");
    }

    private static Recipe recipe(String keys) {
        return Recipe.parse("r.yaml", """
                name: stripes
                layers:
                  - conv2d: {filters: 4, kernel_size: 3, use_bias: false}
                  - batch_normalization
                  - activation: relu
                  - dropout: {rate: 0.2}
                  - flatten
                  - dense: {units: classes, activation: softmax}
                loss: sparse_categorical_crossentropy
                epochs: 5
                batch_size: 16
                validation_split: 0.2
                """ + keys + "\n");
    }

    /** Ends the run after an epoch, as a kill would. */
    private static TrainingListener killedAfter(int epoch) {
        return new TrainingListener() {
            @Override
            public void epochEnded(History.Epoch finished) {
                if (finished.number() == epoch) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }

    private TrainedModel train(Recipe recipe, TrainingListener listener, boolean resume) {
        return Trainer.train(recipe, DATA, listener, Optional.of(new Checkpoints(file, Duration.ZERO, resume)));
    }

    private static List<Double> losses(TrainedModel trained) {
        return trained.history().epochs().stream()
                .map(epoch -> epoch.training().loss())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optimizer: adam",
                "optimizer: {rmsprop: {momentum: 0.5, centered: true}}",
                "optimizer: {sgd: {momentum: 0.9}}\naverage_last_epochs: 3",
                "optimizer: adadelta\nlearning_rate_schedule: {cosine: {warmup_epochs: 1}}",
                "optimizer: {adam: {learning_rate: 0.05}}\n"
                        + "early_stopping: {monitor: val_loss, patience: 2, restore_best_weights: true}\n"
                        + "reduce_on_plateau: {monitor: val_loss, patience: 1, factor: 0.5}",
                "quantization: {aware: true, weights: int8, epochs: 3}",
            })
    void aResumedRunIsThatOfOneWithoutInterruption(String keys) {
        Recipe recipe = recipe(keys);
        TrainedModel whole = Trainer.train(recipe, DATA, TrainingListener.SILENT);
        int epochs = whole.history().epochs().size();
        for (int epoch : new int[] {1, epochs - 1}) {
            assertThrows(IllegalStateException.class, () -> train(recipe, killedAfter(epoch), false));
            TrainedModel resumed = train(recipe, TrainingListener.SILENT, true);
            assertEquals(whole.model(), resumed.model());
            assertEquals(losses(whole), losses(resumed));
            assertEquals(whole.history().bestEpoch(), resumed.history().bestEpoch());
        }
    }

    private String refusal(Recipe recipe) {
        return assertThrows(BadInputException.class, () -> train(recipe, TrainingListener.SILENT, true))
                .getMessage();
    }

    @Test
    void refusesToResumeWithoutACheckpoint() {
        assertEquals(file + ": no such file, nothing to go on from; leave out --resume", refusal(recipe("seed: 1")));
    }

    @Test
    void refusesOtherFilesAndDamagedOnes() throws IOException {
        Recipe recipe = recipe("seed: 1");
        train(recipe, TrainingListener.SILENT, false);
        byte[] good = Files.readAllBytes(file);
        String damaged = file + ": damaged, its checksum is not that of its bytes; leave out --resume to train anew";
        for (int length : new int[] {8, 20, 100, good.length - 1}) {
            Files.write(file, Arrays.copyOf(good, length));
            assertEquals(damaged, refusal(recipe), Integer.toString(length));
        }
        for (int place : new int[] {9, good.length / 2, good.length - 1}) {
            byte[] flipped = good.clone();
            flipped[place] ^= 4;
            Files.write(file, flipped);
            assertEquals(damaged, refusal(recipe));
        }
        for (byte[] other : new byte[][] {{}, {1, 2, 3}, "TFL3 is another format".getBytes()}) {
            Files.write(file, other);
            assertEquals(file + ": no checkpoint of Mote; leave out --resume to train anew", refusal(recipe));
        }
    }

    @Test
    void refusesAnotherRecipeOrOtherData() {
        train(recipe("seed: 1"), TrainingListener.SILENT, false);
        assertEquals(
                file + ": made with another recipe; give the same, or leave out --resume to train anew",
                refusal(recipe("seed: 2")));
        String message = assertThrows(
                        BadInputException.class,
                        () -> Trainer.train(
                                recipe("seed: 1"),
                                TrainerTest.stripes(58),
                                TrainingListener.SILENT,
                                Optional.of(new Checkpoints(file, Duration.ZERO, true))))
                .getMessage();
        assertEquals(
                file + ": made with another data set; give the same, or leave out --resume to train anew", message);
    }

    @Test
    void writesAfterTheFirstEpochAndThenNotMoreOftenThanAskedFor() {
        Trainer.train(
                recipe("seed: 1"),
                DATA,
                TrainingListener.SILENT,
                Optional.of(new Checkpoints(file, Duration.ofHours(1), false)));
        assertEquals(1, CheckpointFile.read(file).state().epochs().size());
    }
}
