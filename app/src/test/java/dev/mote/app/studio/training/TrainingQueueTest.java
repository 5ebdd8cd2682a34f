package dev.mote.app.studio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.pipeline.TrainingLock;
import dev.mote.app.studio.StudioSettings;
import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingQueueTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean busy = new AtomicBoolean();
    private FakeLauncher launcher;
    private TrainingQueue queue;

    @BeforeEach
    void begin() {
        restart();
    }

    /** Another studio on the same workspace. */
    private void restart() {
        launcher = new FakeLauncher();
        Workspace workspace = new Workspace(StudioSettings.of("127.0.0.1", 0, folder, Optional.empty()));
        queue = new TrainingQueue(new TrainingStore(workspace), launcher, busy::get);
    }

    private Training submit(String name) {
        return queue.submit(
                "name: " + name,
                place -> new TrainingOrder(
                        name,
                        "synthetic-activity",
                        Optional.empty(),
                        true,
                        OptionalLong.empty(),
                        place,
                        TrainingState.WAITING,
                        System.currentTimeMillis(),
                        Optional.empty()));
    }

    private TrainingState state(Training training) {
        return queue.find(training.id()).orElseThrow().order().state();
    }

    private Optional<String> error(Training training) {
        return queue.find(training.id()).orElseThrow().order().error();
    }

    @Test
    void oneRunsAndTheOthersWaitTheirTurn() {
        Training a = submit("a");
        Training b = submit("b");
        Training c = submit("c");
        assertEquals(List.of("a"), launcher.names());
        assertEquals(TrainingState.WAITING, state(b));
        launcher.last().exit().complete(0);
        assertEquals(TrainingState.DONE, state(a));
        assertEquals(List.of("a", "b"), launcher.names());
        queue.remove(c.id());
        launcher.last().exit().complete(0);
        assertEquals(List.of("a", "b"), launcher.names());
        assertThrows(UnknownIdException.class, () -> queue.resume(c.id()));
        assertFalse(Files.exists(c.folder()));
    }

    @Test
    void waitsForTrainingsOfTheCommand() {
        busy.set(true);
        Training a = submit("a");
        queue.advance();
        assertEquals(TrainingState.WAITING, state(a));
        busy.set(false);
        queue.advance();
        assertEquals(TrainingState.RUNNING, state(a));
    }

    @Test
    void aStoppedOneGoesOnFromItsCheckpointBehindTheOthers() throws IOException {
        Training a = submit("a");
        submit("b");
        assertThrows(BadInputException.class, () -> queue.remove(a.id()), "is running");
        queue.stop(a.id());
        assertEquals(TrainingState.STOPPED, state(a));
        assertEquals(Optional.empty(), error(a));
        assertEquals(List.of("a", "b"), launcher.names());
        Files.writeString(a.run().checkpoint(), "state");
        queue.resume(a.id());
        assertEquals(TrainingState.WAITING, state(a));
        launcher.last().exit().complete(0);
        assertEquals(List.of("a", "b", "a"), launcher.names());
        assertTrue(launcher.last().resume());
        assertThrows(BadInputException.class, () -> queue.resume(a.id()), "only a stopped one");
    }

    @Test
    void tellsWhyOneFailedAndThatOneWasKilled() throws IOException {
        Training failed = submit("failed");
        Files.writeString(
                failed.log(),
                "WARNING: of Java\nI0000 00:00:17.4 1 mlir.cc:4] x\nepoch 1/2\nmote: recipe.yaml: the loss is NaN\n");
        launcher.last().exit().complete(2);
        assertEquals(TrainingState.FAILED, state(failed));
        assertEquals(Optional.of("recipe.yaml: the loss is NaN"), error(failed));
        assertEquals(List.of("epoch 1/2", "mote: recipe.yaml: the loss is NaN"), TrainingLog.lastLines(failed.log()));
        Training killed = submit("killed");
        launcher.last().exit().complete(137);
        assertEquals(TrainingState.STOPPED, state(killed));
        assertEquals(Optional.of("its process was ended from outside, by signal 9"), error(killed));
        Training silent = submit("silent");
        launcher.last().exit().complete(70);
        assertEquals(Optional.of("ended with exit code 70"), error(silent));
        Training broken = submit("broken");
        Files.writeString(
                broken.log(),
                "mote: internal error: x\n" + "\tat y\n".repeat(30)
                        + "mote: this is a fault in mote; please report it\n");
        launcher.last().exit().complete(70);
        assertEquals(Optional.of("internal error: x"), error(broken));
    }

    @Test
    void anotherStudioFindsThemAgain() throws IOException {
        Training running = submit("running");
        Training waiting = submit("waiting");
        queue.close();
        assertEquals(FakeLauncher.TERMINATED, launcher.last().exit().join(), "ends with the studio");
        assertEquals(1, launcher.started.size(), "and the next one does not begin any more");
        restart();
        TrainingLock.holding(running.run(), () -> {
            queue.advance();
            assertEquals(TrainingState.RUNNING, state(running), "its process lives");
            assertTrue(launcher.started.isEmpty());
            return 0;
        });
        queue.advance();
        assertEquals(TrainingState.STOPPED, state(running));
        assertEquals(Optional.of("the studio ended before it"), error(running));
        assertEquals(TrainingState.RUNNING, state(waiting));
        launcher.last().exit().complete(0);

        Files.writeString(running.run().floatModel(), "model");
        queue.resume(running.id());
        restart();
        queue.advance();
        assertEquals(TrainingState.DONE, state(running), "ended by itself while no studio ran");
    }

    @Test
    void refusesMoreThanCanWait() {
        busy.set(true);
        for (int i = 0; i < TrainingQueue.MOST_WAITING; i++) {
            submit("a" + i);
        }
        BadInputException refused = assertThrows(BadInputException.class, () -> submit("more"));
        assertTrue(refused.getMessage().startsWith("32 trainings are waiting already"), refused.getMessage());
    }

    @Test
    void removingADoneOneKeepsItsRun() throws IOException {
        Training a = submit("a");
        Files.writeString(a.run().floatModel(), "model");
        launcher.last().exit().complete(0);
        queue.remove(a.id());
        assertTrue(Files.exists(a.run().floatModel()));
        assertEquals(List.of(), queue.trainings());
        Training b = submit("b");
        queue.stop(b.id());
        queue.remove(b.id());
        assertFalse(Files.exists(b.folder()));
    }

    @Test
    void ignoresFoldersOfOthers() throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("trainings/x"));
        Files.writeString(foreign.resolve("studio.json"), "{\"name\": \"x\"}");
        Path outside = Files.createDirectories(folder.resolve("trainings/y"));
        Training a = submit("a");
        Files.writeString(
                outside.resolve("studio.json"),
                Files.readString(a.orderFile()).replace(a.order().target(), "../../elsewhere"));
        restart();
        assertEquals(
                List.of(a.id()), queue.trainings().stream().map(Training::id).toList());
    }

    @Test
    void theCommandLineHasFixedWordsAndOwnPaths() {
        Training a = submit("a");
        assertEquals(
                List.of(
                        "train",
                        a.folder().resolve("recipe.yaml").toString(),
                        "--out=" + a.folder(),
                        "--data-dir=/data",
                        "--int8",
                        "--resume"),
                ChildProgram.arguments(a, true, Path.of("/data")));
        assertEquals(
                "/opt/q/app/*:/opt/q/lib/boot/*:/opt/q/lib/main/*",
                ChildProgram.classPath("/opt/q/quarkus-run.jar"),
                "what the starter loads");
        assertEquals("/a/x.jar:/b", ChildProgram.classPath("/a/x.jar:/b"));
    }
}
