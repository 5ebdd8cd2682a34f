package dev.mote.app.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.trainer.History;
import dev.mote.trainer.Metrics;
import dev.mote.trainer.recipe.Recipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {
    private static final Recipe RECIPE = Recipe.parse("r.yaml", """
            name: small
            epochs: 5000
            layers: [dense: {units: classes, activation: softmax}]
            loss: sparse_categorical_crossentropy
            """);

    @TempDir
    private Path folder;

    private RunFolder run;
    private ProgressFile file;

    @BeforeEach
    void create() {
        run = new RunFolder(folder);
        file = new ProgressFile(run, RECIPE, "synthetic-activity", true, true);
    }

    private static History.Epoch epoch(int number) {
        Metrics validation = new Metrics(Double.NaN, OptionalDouble.of(0.25));
        return new History.Epoch(
                number, new Metrics(1.0 / number, OptionalDouble.of(0.5)), Optional.of(validation), 0.1, 2, 1);
    }

    private static List<Integer> epochs(TrainingProgress progress) {
        return progress.curve().epochs().stream().map(EpochPoint::epoch).toList();
    }

    @Test
    void tellsHowFarItIsWhileItRuns() {
        String result = file.during(() -> {
            file.started(RECIPE, 100, 10, 7);
            file.epochEnded(epoch(1));
            file.stepped(2, 3, new Metrics(0.75, OptionalDouble.empty()));
            file.ended();
            TrainingProgress progress = TrainingProgress.read(run).orElseThrow();
            assertEquals(TrainingProgress.Phase.FINISHING, progress.phase());
            assertEquals("small", progress.recipe());
            assertEquals(
                    RECIPE.sha256(),
                    Recipe.parse("again", progress.recipeYaml()).sha256());
            assertEquals("synthetic-activity", progress.data());
            assertEquals(5000, progress.epochsPlanned());
            assertEquals(1, progress.epochsDone());
            assertEquals(3, progress.step());
            assertEquals(7, progress.stepsPerEpoch());
            assertEquals(OptionalDouble.of(0.75), progress.loss());
            assertEquals(OptionalDouble.empty(), progress.accuracy());
            EpochPoint point = progress.curve().epochs().getFirst();
            assertEquals(OptionalDouble.of(1), point.loss());
            assertEquals(OptionalDouble.empty(), point.valLoss(), "NaN is no number of JSON");
            assertEquals(OptionalDouble.of(0.25), point.valAccuracy());
            return "done";
        });
        assertEquals("done", result);
        assertFalse(Files.exists(run.progress()), "the results say all");
    }

    @Test
    void tellsWhyItFailed() {
        assertThrows(
                BadInputException.class,
                () -> file.during(() -> {
                    file.started(RECIPE, 100, 10, 7);
                    throw new BadInputException("r.yaml: the loss is NaN");
                }));
        TrainingProgress progress = TrainingProgress.read(run).orElseThrow();
        assertEquals(TrainingProgress.Phase.FAILED, progress.phase());
        assertEquals(Optional.of("r.yaml: the loss is NaN"), progress.error());
    }

    @Test
    void leavesNothingIfItFailsBeforeItTrains() {
        assertThrows(
                BadInputException.class,
                () -> file.during(() -> {
                    throw new BadInputException("no data");
                }));
        assertFalse(Files.exists(run.progress()));
    }

    @Test
    void aLongRunKeepsSpreadPointsAndTheLatest() {
        file.started(RECIPE, 100, 10, 7);
        for (int i = 1; i <= 4999; i++) {
            file.epochEnded(epoch(i));
        }
        file.ended();
        List<Integer> kept = epochs(TrainingProgress.read(run).orElseThrow());
        assertEquals(16, kept.getFirst());
        assertEquals(4999, kept.getLast());
        assertEquals(313, kept.size());
    }

    @Test
    void goesOnWithTheCurveOfTheRunBefore() {
        file.started(RECIPE, 100, 10, 7);
        for (int i = 1; i <= 5; i++) {
            file.epochEnded(epoch(i));
        }
        file.ended();
        ProgressFile next = new ProgressFile(run, RECIPE, "synthetic-activity", true, true);
        next.continues(3, 6);
        next.started(RECIPE, 100, 10, 7);
        assertEquals(List.of(1, 2, 3), epochs(TrainingProgress.read(run).orElseThrow()));
        next.epochEnded(epoch(4));
        next.ended();
        assertEquals(List.of(1, 2, 3, 4), epochs(TrainingProgress.read(run).orElseThrow()));
    }

    @Test
    void readsTheHistoryOfARunThatIsOver() throws Exception {
        History history = new History(
                List.of(epoch(1), epoch(2)), 2, false, epoch(2).training(), Optional.empty(), Optional.empty());
        Files.writeString(run.history(), history.toJson());
        List<EpochPoint> points = EpochCurve.of(run).epochs();
        assertEquals(List.of(1, 2), points.stream().map(EpochPoint::epoch).toList());
        assertEquals(OptionalDouble.of(0.5), points.getLast().loss());
        Files.writeString(run.history(), "{\"epochs\": 3}");
        assertEquals(EpochCurve.EMPTY, EpochCurve.of(run));
    }

    @Test
    void isNotDisturbedByOtherContent() throws Exception {
        for (String content : new String[] {"", "{}", "[1]", "{\"phase\": \"training\"}"}) {
            Files.writeString(run.progress(), content);
            assertEquals(Optional.empty(), TrainingProgress.read(run), content);
        }
    }

    @Test
    void oneTrainingAtATimeWritesAFolder() {
        assertFalse(TrainingLock.isHeld(run));
        TrainingLock.holding(run, () -> {
            BadInputException refused =
                    assertThrows(BadInputException.class, () -> TrainingLock.holding(run, () -> "second"));
            assertTrue(refused.getMessage().contains("another training writes into this folder"), refused.getMessage());
            assertTrue(TrainingLock.isHeld(run));
            return "first";
        });
        assertFalse(TrainingLock.isHeld(run));
        assertFalse(Files.exists(run.trainingLock()));
    }
}
