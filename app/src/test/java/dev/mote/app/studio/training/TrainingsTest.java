package dev.mote.app.studio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.pipeline.ProgressFile;
import dev.mote.app.pipeline.RunFolder;
import dev.mote.app.pipeline.TrainingLock;
import dev.mote.app.studio.Places;
import dev.mote.app.studio.StudioSettings;
import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.workspace.Workspace;
import dev.mote.dataset.DataDirectory;
import dev.mote.model.BadInputException;
import dev.mote.trainer.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that the command began in the workspace. */
class TrainingsTest {
    private static final Recipe RECIPE = Recipe.parse("r.yaml", """
            name: small
            data: synthetic-activity
            seed: 7
            layers: [dense: {units: classes, activation: softmax}]
            loss: sparse_categorical_crossentropy
            """);

    @TempDir
    private Path folder;

    private final FakeLauncher launcher = new FakeLauncher();
    private RunFolder run;
    private CommandTrainings command;
    private TrainingQueue queue;
    private Trainings trainings;
    private TrainingViews views;
    private String id;

    @BeforeEach
    void begin() throws IOException {
        Workspace workspace = new Workspace(StudioSettings.of("127.0.0.1", 0, folder, Optional.empty()));
        command = new CommandTrainings(workspace);
        queue = new TrainingQueue(new TrainingStore(workspace), launcher, command::anyRuns);
        ExampleRecipes examples = new ExampleRecipes(new DataDirectory(folder.resolve("data")));
        trainings = new Trainings(queue, command, new CheckRequest(examples, List::of));
        views = new TrainingViews(queue, command, workspace, new Places(workspace.folder()));
        run = new RunFolder(Files.createDirectory(folder.resolve("mine")));
        id = workspace.id(run.folder());
        new ProgressFile(run, RECIPE, "synthetic-activity", true, false).started(RECIPE, 100, 10, 7);
        Files.writeString(run.checkpoint(), "state");
    }

    private TrainingView view() {
        return views.of(id);
    }

    @Test
    void oneThatRunsIsShownAndWaitedFor() {
        TrainingLock.holding(run, () -> {
            assertEquals("running", view().state());
            assertEquals("training", view().phase());
            assertFalse(view().studio() || view().canStop() || view().canResume() || view().canRemove());
            assertThrows(BadInputException.class, () -> trainings.stop(id));
            assertThrows(BadInputException.class, () -> trainings.resume(id));
            assertThrows(BadInputException.class, () -> trainings.remove(id));
            assertTrue(command.anyRuns());
            return 0;
        });
    }

    @Test
    void anInterruptedOneGoesOnInItsOwnFolder() throws IOException {
        assertEquals("stopped", view().state());
        assertTrue(view().canResume());
        trainings.resume(id);
        Training adopted = queue.find(id).orElseThrow();
        assertEquals(run.folder(), adopted.run().folder());
        assertEquals(Optional.of("synthetic-activity"), adopted.order().dataOption());
        assertEquals(RECIPE.sha256(), Recipe.read(adopted.recipe()).sha256());
        assertTrue(launcher.last().resume());
        assertEquals("running", view().state());
        assertEquals("starting", view().phase(), "what the file tells is of the process before");
        assertTrue(view().canStop());
        assertEquals(1, views.now().size());
        trainings.stop(id);
        trainings.remove(id);
        assertTrue(Files.exists(run.checkpoint()), "the command's folder stays");
        assertEquals("stopped", view().state());
    }

    @Test
    void withoutACheckpointItCannot() throws IOException {
        Files.delete(run.checkpoint());
        assertFalse(view().canResume());
        assertThrows(BadInputException.class, () -> trainings.resume(id));
        assertThrows(UnknownIdException.class, () -> trainings.resume("0123456789abcdef"));
    }
}
