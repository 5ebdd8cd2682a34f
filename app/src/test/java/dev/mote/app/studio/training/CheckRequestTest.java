package dev.mote.app.studio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.app.studio.runs.UploadedRecording;
import dev.mote.dataset.DataDirectory;
import dev.mote.model.BadInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckRequestTest {
    private static final String NETWORK = """
            layers: [dense: {units: classes, activation: softmax}]
            loss: sparse_categorical_crossentropy
            """;

    private static final UploadedRecording UPLOADED =
            new UploadedRecording("00ff", "walk.csv", Path.of("/ws/uploads/00ff/recording.csv"), null);

    @TempDir
    private Path data;

    private TrainingOrder check(String recipe, Optional<String> other, OptionalLong seed) {
        CheckRequest check = new CheckRequest(new ExampleRecipes(new DataDirectory(data)), () -> List.of(UPLOADED));
        return check.of(new TrainingRequest(recipe, other, Optional.empty(), Optional.empty(), seed), "trainings/1");
    }

    private String refusal(String recipe) {
        BadInputException refused =
                assertThrows(BadInputException.class, () -> check(recipe, Optional.empty(), OptionalLong.empty()));
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        return refused.getMessage();
    }

    @Test
    void takesKnownData() {
        TrainingOrder order =
                check("name: a\ndata: synthetic-digits\n" + NETWORK, Optional.empty(), OptionalLong.empty());
        assertEquals("a", order.name());
        assertEquals("synthetic-digits", order.data());
        assertEquals(Optional.empty(), order.dataOption());
        assertTrue(order.int8());
        TrainingOrder other =
                check("name: a\ndata: /etc/passwd\n" + NETWORK, Optional.of("synthetic-activity"), OptionalLong.of(7));
        assertEquals(Optional.of("synthetic-activity"), other.dataOption());
        assertEquals(OptionalLong.of(7), other.seed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/passwd", "../../secret.csv", "trainings", "C:/x", "{name: x.csv}", "http://x/y", "'-x'"})
    void refusesFiles(String name) {
        String line = refusal("name: a\ndata: " + name + "\n" + NETWORK);
        assertTrue(line.contains("is no data set that Mote knows; expected one of synthetic-"), line);
    }

    @Test
    void takesAnUploadedRecordingByItsId() {
        String recipe = "name: a\ndata: {name: x, label: activity, window: 64}\n" + NETWORK;
        TrainingOrder order = check(recipe, Optional.of("00ff"), OptionalLong.empty());
        assertEquals("walk.csv", order.data());
        assertEquals(Optional.of("/ws/uploads/00ff/recording.csv"), order.dataOption());
        assertThrows(
                BadInputException.class,
                () -> check(recipe, Optional.of("/ws/uploads/00ff/recording.csv"), OptionalLong.empty()));
    }

    @Test
    void refusesATestFileBesideKnownData() {
        String line = refusal("name: a\ndata: {name: synthetic-digits, test_file: /etc/passwd}\n" + NETWORK);
        assertTrue(line.startsWith("recipe: data.test_file: names a file"), line);
    }

    @Test
    void saysHowToGetDataThatIsNotHere() {
        String line = refusal("name: a\ndata: mnist\n" + NETWORK);
        assertEquals("recipe: data: mnist is not on this machine; fetch it with: mote data get mnist", line);
    }

    @Test
    void tellsTheLineOfAMistake() {
        assertTrue(
                refusal("name: a\ndata: synthetic-digits\nepoks: 3\n" + NETWORK).startsWith("recipe:3: "));
        String tab = refusal("name: a\nlayers:\n\t- flatten\n");
        assertTrue(tab.startsWith("recipe:3: not readable as YAML"), tab);
        assertTrue(refusal("- a\n").startsWith("recipe:1: "));
    }

    @Test
    void refusesWhatIsNoRecipeForASmallCopyOfAHugeOne() {
        String bomb = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n";
        assertTrue(refusal(bomb).contains("recipes have no aliases"), refusal(bomb));
        assertTrue(refusal("layers: " + "[".repeat(5000)).startsWith("recipe"));
        assertTrue(refusal("x".repeat(100_000)).contains("expected at most 65536"));
        assertTrue(refusal("  ").contains("empty"));
    }

    @Test
    void refusesSeedsThatRecipesRefuse() {
        assertThrows(
                BadInputException.class,
                () -> check("name: a\ndata: synthetic-digits\n" + NETWORK, Optional.empty(), OptionalLong.of(-1)));
    }
}
