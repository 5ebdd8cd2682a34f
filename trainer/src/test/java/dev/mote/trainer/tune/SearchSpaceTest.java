package dev.mote.trainer.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mote.model.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSpaceTest {
    private static final String RECIPE = """
            name: base # a comment
            input: {normalize: standardize, compress: {acc: 0.3}}
            layers:
              - conv1d: {filters: 4, kernel_size: 5, padding: same}
              - activation: relu
              - dropout: {rate: 0.2}
              - conv1d: {name: second, filters: 8, kernel_size: 3}
              - batch_normalization
              - flatten
              - dense: {units: classes, activation: softmax}
            loss: sparse_categorical_crossentropy
            optimizer: adam
            """;

    private static String grid(String values) {
        return SearchSpace.axis("a=" + values).domain().grid().stream()
                .map(YamlText::flow)
                .toList()
                .toString();
    }

    private static SearchSpace space(String... axes) {
        return new SearchSpace(List.of(axes).stream().map(SearchSpace::axis).toList());
    }

    /** The recipe with the first value of each axis. */
    private static RecipeTree changed(String... axes) {
        return RecipeTree.parse("base.yaml", RECIPE)
                .with(Sampling.grid(space(axes)).getFirst());
    }

    private static String refused(Runnable action) {
        String message = assertThrows(BadInputException.class, action::run).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4,8,16              | [4, 8, 16]
            relu, tanh          | [relu, tanh]
            7                   | [7]
            [3, 3],[5, 1]       | [[3, 3], [5, 1]]
            {sgd: {decay: 0.1}} | [{sgd: {decay: 0.1}}]
            3..6                | [3, 4, 5, 6]
            4..17:4             | [4, 8, 12, 16]
            0..1.0              | [0.0, 0.25, 0.5, 0.75, 1.0]
            0.1..0.5:0.1        | [0.1, 0.2, 0.3, 0.4, 0.5]
            log(0.0001..1)      | [0.0001, 0.001, 0.01, 0.1, 1.0]
            log(4..64)          | [4, 8, 16, 32, 64]
            log(1..3)           | [1, 2, 3]
            """)
    void readsListsAndRanges(String values, String expected) {
        assertEquals(expected, grid(values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9..4           | ends at 4
            4..16:0        | a step of 0
            log(0..4)      | a logarithm needs a number above 0
            log(4)         | expected two ends
            [1             | expected a list as 4,8,16
            1,,2           | expected a list
            1,~,2          | an empty value
            ''             | no values
            1..9999999999  | goes beyond
            """)
    void saysWhatIsWrongWithValues(String values, String expected) {
        String message = refused(() -> SearchSpace.axis("epochs=" + values));
        assertTrue(message.startsWith("--vary epochs: ") && message.contains(expected), message);
    }

    @Test
    void drawsWithinBoundsAndTheSameAgain() {
        SearchSpace space = space("a=3..6", "b=4..17:4", "c=0.1..0.5", "d=log(0.0005..0.02)", "e=log(4..64)", "f=x,y");
        List<Candidate> drawn = Sampling.random(space, 200, 5);
        assertEquals(200, drawn.size());
        assertEquals(drawn, Sampling.random(space, 200, 5));
        assertEquals(drawn.subList(0, 20), Sampling.random(space, 20, 5), "more trials only add");
        assertTrue(!drawn.equals(Sampling.random(space, 200, 6)));
        for (Candidate candidate : drawn) {
            List<JsonNode> values = new ArrayList<>(candidate.values().values());
            assertTrue(values.get(0).longValue() >= 3 && values.get(0).longValue() <= 6);
            assertTrue(List.of(4L, 8L, 12L, 16L).contains(values.get(1).longValue()));
            assertTrue(values.get(2).doubleValue() >= 0.1 && values.get(2).doubleValue() <= 0.5);
            assertTrue(values.get(3).doubleValue() >= 0.0005 && values.get(3).doubleValue() <= 0.02);
            assertTrue(values.get(4).longValue() >= 4 && values.get(4).longValue() <= 64);
        }
        long small = drawn.stream()
                .filter(candidate -> candidate.texts().get("d").compareTo("0.00316") < 0)
                .count();
        assertTrue(
                small > 70 && small < 130, "half of a logarithmic range is below the mean of its logarithms: " + small);
    }

    @Test
    void drawsEachCombinationOnce() {
        assertEquals(6, Sampling.random(space("a=1..3", "b=x,z"), 50, 1).size());
        assertEquals(
                List.of("a=1 b=x", "a=1 b=z", "a=2 b=x", "a=2 b=z"),
                Sampling.grid(space("a=1..2", "b=x,z")).stream()
                        .map(Candidate::toString)
                        .toList());
        assertTrue(
                refused(() -> Sampling.grid(space("a=1..200", "b=1..200"))).contains("more than 10000 combinations"));
        // Refused before the values are made: they would not fit into memory.
        for (String axis : List.of("a=1..2000000000", "a=0..1:0.000000001")) {
            assertTrue(refused(() -> Sampling.grid(space(axis))).contains("more than 10000 combinations"));
        }
        assertTrue(refused(() -> space("a=0..1:1e-300")).contains("more than 2147483647 steps"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layers.0.conv1d.filters=6           | - conv1d: {filters: 6, kernel_size: 5, padding: same}
            layers.conv1d.filters=6             | - conv1d: {filters: 6, kernel_size: 5, padding: same}
            layers.second.kernel_size=1         | - conv1d: {name: second, filters: 8, kernel_size: 1}
            layers.1.activation=tanh            | - activation: tanh
            layers.activation.function=tanh     | - activation: {function: tanh}
            layers.4.momentum=0.9               | - batch_normalization: {momentum: 0.9}
            layers.2={dropout: {rate: 0.5}}     | - dropout: {rate: 0.5}
            layers.second.strides=2             | - conv1d: {name: second, filters: 8, kernel_size: 3, strides: 2}
            optimizer.adam.learning_rate=0.0005 | optimizer: {adam: {learning_rate: 0.0005}}
            optimizer={sgd: {momentum: 0.9}}    | optimizer: {sgd: {momentum: 0.9}}
            input.compress.acc=0.1              | input: {normalize: standardize, compress: {acc: 0.1}}
            augmentation.rotate=15              | augmentation: {rotate: 15}
            batch_size=64                       | batch_size: 64
            """)
    void changesOnePlace(String axis, String line) {
        String text = changed(axis).text();
        assertTrue(text.lines().map(String::strip).anyMatch(line::equals), text);
        assertEquals(text, RecipeTree.parse("x", text).text());
    }

    @Test
    void leavesLayersOut() {
        List<String> types =
                changed("layers.dropout=off", "layers.second.filters=2", "layers.0=off").recipe().layers().stream()
                        .map(layer -> layer.layer().type())
                        .toList();
        assertEquals(List.of("activation", "conv1d", "batch_normalization", "flatten", "dense"), types);
        assertEquals(
                RecipeTree.parse("x", RECIPE).recipe().sha256(),
                changed("layers.dropout=on").recipe().sha256());
    }

    @Test
    void givesSeveralPlacesTheSameValue() {
        String text = changed("layers.conv1d.filters,layers.second.filters=12").text();
        assertEquals(2, text.split("filters: 12", -1).length - 1, text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            layers.conv9.filters=4     | there is no layer 'conv9'; give 0 to 6, or a name: conv1d, activation
            layers.7.filters=4         | there is no layer '7'
            layers.0.filtres=4         | unknown key 'filtres'; did you mean 'filters'?
            layers.0.filters=4,0       | filters is 0, expected 1 to 65536
            layers.0.filters=0..8      | filters is 0, expected 1 to 65536
            layers.0=4                 | is a whole layer
            optimizer.sgd.momentum=0.9 | there is no key 'sgd' in 'adam'
            epoch=4                    | unknown key 'epoch'; did you mean 'epochs'?
            batch_size=big             | batch_size is text 'big', expected a whole number
            name.first=4               | there is no key 'first' in 'base'
            """)
    void saysWhatTheRecipeDoesNotTake(String axis, String expected) {
        RecipeTree recipe = RecipeTree.parse("base.yaml", RECIPE);
        String message = refused(() -> space(axis).requireFits(recipe));
        assertTrue(message.startsWith("base.yaml") && message.contains(expected), message);
        assertTrue(!message.matches(".*:\\d+: .*"), "a line of a text that nobody sees: " + message);
    }

    @Test
    void readsTheSameFromAFile() {
        List<Axis> axes = SearchSpace.axes("space.yaml", """
                layers.conv1d.filters: 4..16:4
                optimizer.adam.learning_rate: log(0.0005..0.02)
                batch_size: [32, 64]
                """);
        assertEquals(
                List.of(
                        SearchSpace.axis("layers.conv1d.filters=4..16:4"),
                        SearchSpace.axis("optimizer.adam.learning_rate=log(0.0005..0.02)"),
                        SearchSpace.axis("batch_size=32,64")),
                axes);
        assertTrue(refused(() -> SearchSpace.axes("space.yaml", "batch_size: {a: 1}"))
                .contains("space.yaml: batch_size"));
        assertTrue(refused(() -> SearchSpace.axes("space.yaml", "- 4")).contains("expected lines as"));
        assertTrue(refused(() -> SearchSpace.axes("space.yaml", "a: [1\nb: 2")).startsWith("space.yaml"));
    }

    @Test
    void refusesToVaryTheData() {
        assertTrue(refused(() -> space("data=mnist,iris")).contains("all trials have the same data"));
    }

    @Test
    void variesALayerThatIsExchanged() {
        String text = changed("layers.second={dense: {units: 3}}", "layers.second.units=5")
                .text();
        assertTrue(text.contains("  - dense: {units: 5}"), text);
    }

    @Test
    void refusesToVaryAPlaceTwice() {
        assertTrue(refused(() -> space("epochs=1,2", "epochs=3")).contains("varied twice"));
        assertTrue(refused(SearchSpaceTest::space).contains("nothing is varied"));
        assertTrue(refused(() -> SearchSpace.axis("epochs")).contains("expected PATH=VALUES"));
    }

    /** Against every pair compared with every other. */
    @Test
    void frontIsWhatNothingBeats() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 300; run++) {
            List<ParetoFront.Point> points = new ArrayList<>();
            for (int i = random.nextInt(12); i >= 0; i--) {
                points.add(new ParetoFront.Point(random.nextInt(6) / 5.0, random.nextInt(6)));
            }
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                if (isUnbeaten(points, i)) {
                    expected.add(i);
                }
            }
            List<Integer> front = ParetoFront.of(points);
            assertEquals(expected, front.stream().sorted().toList(), points.toString());
            for (int i = 1; i < front.size(); i++) {
                assertTrue(points.get(front.get(i - 1)).cost()
                        < points.get(front.get(i)).cost());
            }
        }
    }

    private static boolean isUnbeaten(List<ParetoFront.Point> points, int i) {
        ParetoFront.Point own = points.get(i);
        for (int j = 0; j < points.size(); j++) {
            ParetoFront.Point other = points.get(j);
            boolean asGood = other.score() >= own.score() && other.cost() <= own.cost();
            boolean equal = other.equals(own);
            if (asGood && (!equal || j < i)) {
                return false;
            }
        }
        return true;
    }
}
