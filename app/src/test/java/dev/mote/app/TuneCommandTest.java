package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code mote tune} from end to end, on 160 samples of 2 values. */
class TuneCommandTest {
    private static final String RECIPE = """
            name: tiny
            data: data.csv
            input: {normalize: standardize}
            epochs: 9
            batch_size: 16
            layers:
              - dense: {units: 4, activation: relu}
              - dense: {units: classes, activation: softmax}
            loss: sparse_categorical_crossentropy
            optimizer: {adam: {learning_rate: 0.05}}
            """;

    @TempDir
    Path folder;

    private Path recipe;

    /** 20 samples each from 10 persons; "far" is beyond a circle. */
    @BeforeEach
    void data() throws IOException {
        StringBuilder csv = new StringBuilder("x,y,label,group\n");
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            double x = random.nextDouble(-1, 1);
            double y = random.nextDouble(-1, 1);
            String label = Math.hypot(x, y) > 0.75 ? "far" : "near";
            csv.append(x)
                    .append(',')
                    .append(y)
                    .append(',')
                    .append(label)
                    .append(",p")
                    .append(i / 20)
                    .append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), csv);
        recipe = Files.writeString(folder.resolve("recipe.yaml"), RECIPE);
    }

    private Ran tune(Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("tune", recipe));
        arguments.addAll(List.of(more));
        return Ran.mote(arguments.toArray());
    }

    private static List<String> statuses(JsonNode json) {
        return StreamSupport.stream(json.get("trials").spliterator(), false)
                .map(trial -> trial.get("status").textValue())
                .toList();
    }

    @Test
    void searchesAndSaysWhatIsBest() throws IOException {
        Path out = folder.resolve("out");
        JsonNode json = tune("--vary", "layers.0.units=1,8", "--method", "grid", "--repeats", 2, "--out", out, "--json")
                .requireDone()
                .json();
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(CommandsPage.keys("tune"), keys);
        assertEquals(List.of("done", "done", "done"), statuses(json));
        assertTrue(json.get("by_group").booleanValue());
        assertEquals(
                List.of("best.yaml", "front.png", "front.svg", "trials", "tune.html", "tune.json"),
                TestRuns.names(out));
        assertEquals(
                json.toString(),
                Ran.json(Files.readString(out.resolve("tune.json"))).toString());
        JsonNode best = json.get("trials").get(json.get("best").intValue());
        assertTrue(best.get("chance").booleanValue());
        for (JsonNode trial : json.get("trials")) {
            assertTrue(trial.get("spread").isNumber());
            assertTrue(trial.get("score").doubleValue() <= best.get("score").doubleValue());
        }
        String page = Files.readString(out.resolve("tune.html"));
        assertTrue(page.contains("<svg") && page.contains("<td>layers.0.units=8</td>"), page);
        assertFalse(page.contains("<script") || page.contains("http"), "links to elsewhere");
        Ran.mote(
                        "train",
                        out.resolve("best.yaml"),
                        "--data",
                        folder.resolve("data.csv"),
                        "--out",
                        folder.resolve("run"))
                .requireDone();
    }

    /** The sizes of a network are known before its weights are. */
    @Test
    void doesNotTrainWhatIsOverABudget() throws IOException {
        Path out = folder.resolve("out");
        JsonNode all = tune("--vary", "layers.0.units=2,12", "--method", "grid", "--out", out, "--json")
                .requireDone()
                .json();
        long limit = all.get("trials").get(0).get("weights_bytes").longValue();
        Ran ran = tune(
                "--vary",
                "layers.0.units=2,12",
                "--method",
                "grid",
                "--max-weights",
                limit,
                "--out",
                folder.resolve("fewer"),
                "--json");
        JsonNode json = ran.requireDone().json();
        assertEquals(List.of("done", "done", "over_budget"), statuses(json));
        JsonNode skipped = json.get("trials").get(2);
        assertTrue(skipped.get("score").isNull());
        assertEquals(
                all.get("trials").get(2).get("weights_bytes"),
                skipped.get("weights_bytes"),
                "as large before its training as after it");
        assertTrue(ran.err().contains("skipped, ") && ran.err().contains("--max-weights is"), ran.err());
        Ran none = tune("--vary", "layers.0.units=2", "--max-macs", 1, "--out", folder.resolve("none"));
        assertEquals(1, none.code(), none.err());
        assertTrue(none.err().contains("no trial ended well within the budgets"), none.err());
    }

    @Test
    void goesOnWhereARunWasKilled() throws IOException {
        Path whole = folder.resolve("whole");
        Object[] space = {"--vary", "layers.0.units=5..9", "--trials", 3, "--folds", 2};
        tune(with(space, "--out", whole)).requireDone();
        Path killed = folder.resolve("killed");
        tune(with(space, "--out", killed)).requireDone();
        Path kept = killed.resolve("trials/001/result.json");
        FileTime written = Files.getLastModifiedTime(kept);
        Files.delete(killed.resolve("tune.json"));
        Files.delete(killed.resolve("trials/003/result.json"));
        Files.writeString(killed.resolve("trials/002/result.json"), "{\"values\": ");
        assertTrue(tune(with(space, "--out", killed)).failure(2).contains("go on with them by --resume"));
        Ran resumed = tune(with(space, "--resume", "--out", killed)).requireDone();
        assertEquals(
                2,
                resumed.err()
                        .lines()
                        .filter(line -> line.contains("from before"))
                        .count(),
                resumed.err());
        assertEquals(written, Files.getLastModifiedTime(kept));
        for (String file : List.of(
                "tune.json",
                "tune.html",
                "front.svg",
                "front.png",
                "best.yaml",
                "trials/002/result.json",
                "trials/003/result.json")) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(killed.resolve(file)), file);
        }
        JsonNode json = Ran.json(Files.readString(whole.resolve("tune.json")));
        assertEquals(json.get("parts"), json.get("judged_parts"));
    }

    @Test
    void trainsAThirdWithMoreEpochs() {
        JsonNode json = tune(
                        "--vary",
                        "layers.0.units=2..9",
                        "--trials",
                        5,
                        "--method",
                        "halving",
                        "--out",
                        folder.resolve("out"),
                        "--json")
                .requireDone()
                .json();
        assertEquals(List.of("short", "short", "short", "short", "short", "short", "done", "done"), statuses(json));
        assertEquals("3", json.get("trials").get(1).get("values").get("epochs").textValue());
    }

    @Test
    void saysWhatCannotBeVaried() {
        Path out = folder.resolve("out");
        assertTrue(tune("--vary", "layers.9.units=2", "--out", out)
                .failure(2)
                .startsWith("recipe.yaml: layers.9.units: there is no layer '9'"));
        assertTrue(tune("--vary", "layers.0.units=0", "--out", out).failure(2).contains("units is number 0"));
        assertTrue(tune("--out", out).failure(2).startsWith("nothing is varied"));
        assertTrue(tune("--vary", "epochs=2", "--method", "halving", "--out", out)
                .failure(2)
                .contains("varies the epochs by itself"));
        assertTrue(tune("--vary", "epochs=2", "--folds", 1, "--out", out)
                .failure(2)
                .contains("--folds is 1"));
        assertTrue(tune("--vary", "epochs=2", "--space", folder.resolve("no.yaml"), "--out", out)
                .failure(2)
                .contains("no such file"));
        assertFalse(Files.exists(out));
    }

    private static Object[] with(Object[] first, Object... more) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
