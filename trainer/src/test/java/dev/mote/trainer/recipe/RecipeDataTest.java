package dev.mote.trainer.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.DataOptions;
import dev.mote.dataset.Dataset;
import dev.mote.dataset.ImageOptions;
import dev.mote.dataset.TestSplit;
import dev.mote.dataset.WindowOptions;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeDataTest {
    private static final String REST = "\nname: r\nlayers: [{dense: {units: 1}}]\nloss: mean_squared_error\n";

    @TempDir
    Path folder;

    private static Recipe recipe(String data) {
        return Recipe.parse("r.yaml", "data: " + data + REST);
    }

    @Test
    void readsEveryKey() {
        DataOptions options = recipe("""
                {name: own.csv, synthetic: true, columns: [a, b, c, d], separator: tab, features: [a, b],
                  target: {c: m2}, group: d, test: 0.25}""").data().options();
        assertTrue(options.synthetic());
        assertEquals(List.of("a", "b", "c", "d"), options.columns().columns());
        assertEquals('\t', options.columns().separator());
        assertEquals(List.of(new Quantity("c", "m2")), options.columns().targets());
        assertEquals(
                List.of(new Quantity("a", ""), new Quantity("b", "")),
                options.columns().features());
        assertEquals("d", options.columns().group());
        assertEquals(Optional.of(new TestSplit.Share(0.25)), options.test());
        DataOptions classes = recipe("{name: x, label: gate, classes: [0, 1], test: none}")
                .data()
                .options();
        assertEquals(List.of("0", "1"), classes.classes());
        assertEquals("gate", classes.columns().label());
        assertEquals(Optional.of(new TestSplit.TrainingSamples()), classes.test());
        assertEquals(
                Optional.of(new WindowOptions(100, 50)),
                recipe("{name: x, window: 100}").data().options().signals().window());
        assertEquals(
                Optional.of(new ImageOptions(32, 48, 3)),
                recipe("{name: x, image: {height: 32, width: 48, channels: colour}}")
                        .data()
                        .options()
                        .image());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mnist",
                "{name: mnist}",
                "{name: o.csv, features: {size: m2, 'it''s': ''}, target: price, test_file: t.csv, separator: ';'}",
                "{name: o.csv, label: l, group: g, classes: [b, a], test: none, synthetic: true, columns: [x, l, g]}",
                "{name: o, window: 64, stride: 16, test: 0.3}",
                "{name: o, window: 64, rate: 12.5, timestamp: {column: t, unit: ms}, group_file: 's[0-9]+'}",
                "{name: o, rate: 50, timestamp: none}",
                "{name: o, timestamp: time_s}",
                "{name: o, image: {height: 8, width: 9, channels: grey}}"
            })
    void writesWhatItReads(String data) {
        Recipe read = recipe(data);
        Recipe again = Recipe.parse("again", read.toYaml());
        assertEquals(read.toYaml(), again.toYaml());
        assertEquals(read.data().options(), again.data().options());
        assertEquals(read.data().options(), RecipeData.options(read.data().optionsText()));
        assertEquals(data.contains("mnist"), read.data().optionsText().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: x, featurs: [a]} -> r.yaml:1: data: unknown key 'featurs'; did you mean 'features'?",
                "{name: x, test: 1.5} -> r.yaml:1: data: test is number 1.5, expected a share above 0 and below 1",
                "{name: x, test: some} -> r.yaml:1: data: test is text 'some', expected a share",
                "{name: x, test: 0.1, test_file: y} -> r.yaml:1: data: test is number 0.1, expected either",
                "{name: x, stride: 4} -> r.yaml:1: data: stride is number 4, expected window beside it",
                "{name: x, timestamp: none} -> r.yaml:1: data: timestamp none: without times a rate is needed",
                "{name: x, timestamp: time} -> r.yaml:1: data: timestamp is text 'time', expected a name that ends in",
                "{name: x, timestamp: {column: t, unit: h}} -> r.yaml:1: data.timestamp: unit is text 'h', expected ns",
                "{name: x, rate: 0} -> r.yaml:1: data: rate is number 0, expected samples a second",
                "{name: x, group_file: '('} -> r.yaml:1: data: group_file '(': is no regular expression",
                "{name: x, window: 0} -> r.yaml:1: data: window length 0",
                "{name: x, separator: '|'} -> r.yaml:1: data: separator is text '|', expected",
                "{name: x, target: 3} -> r.yaml:1: data: target is number 3, expected the name of a column",
                "{name: x, target: y, label: z} -> r.yaml:1: data: a table has label 'z' and target",
                "{name: x, image: {height: 8, width: 8, channels: red}} -> r.yaml:1: data.image: channels is text 'red'",
                "{name: x, image: {height: 0, width: 8}} -> r.yaml:1: data: image size 0x8",
                "[x] -> r.yaml:1: data: a list, expected keys"
            })
    void refusesWhatIsWrongWithItsPlace(String row) {
        String[] parts = row.split(" -> ", 2);
        String message =
                assertThrows(BadInputException.class, () -> recipe(parts[0])).getMessage();
        assertTrue(message.startsWith(parts[1]), message);
    }

    @Test
    void takesPathsFromTheFolderOfTheRecipe() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("houses"));
        Files.writeString(inner.resolve("t.csv"), "x,target\n1,2\n2,4\n3,6\n4,8\n5,10\n");
        Path file = Files.writeString(inner.resolve("r.yaml"), "data: t.csv" + REST);
        DataDirectory nowhere = new DataDirectory(folder);
        Dataset dataset = Recipe.read(file).data().load(Optional.empty(), nowhere, 1);
        assertEquals(4, dataset.train().count());
        Path other = Files.writeString(folder.resolve("o.csv"), "x,target\n1,2\n2,4\n");
        assertEquals(
                "o.csv",
                Recipe.read(file)
                        .data()
                        .load(Optional.of(other.toString()), nowhere, 1)
                        .name());
    }
}
