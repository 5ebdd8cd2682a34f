package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.InputOptions;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DatasetTrainingTest {
    /** Two channels over 4 steps: class 1 has a larger "b". */
    private static Dataset dataset() {
        return new Dataset(
                "two",
                true,
                Shape.of(4, 2),
                List.of("low", "high"),
                "g,deg",
                List.of("a", "b"),
                50,
                samples(200),
                samples(40));
    }

    private static Samples samples(int count) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[count * 8];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = random.nextInt(2);
            for (int k = 0; k < 8; k++) {
                values[i * 8 + k] = (float) random.nextDouble() + (k % 2 == 1 ? 100 + 50 * labels[i] : 0);
            }
        }
        return Samples.of(Shape.of(4, 2), values, labels, new int[0]);
    }

    private static Dataset known(float... train) {
        Samples samples = Samples.of(Shape.of(1, 2), train, new int[train.length / 2], new int[0]);
        return new Dataset(
                "known", false, Shape.of(1, 2), List.of("x", "y"), "g", List.of("a", "b"), 0, samples, samples);
    }

    private static InputPreparation fit(InputOptions.Normalize normalize) {
        return FitPreparation.on(
                known(1, 10, 3, 10), new InputOptions(normalize, 1, List.of(), new TreeMap<>()), Optional.empty());
    }

    private static Recipe recipe(String channels, String end) {
        return Recipe.parse("r.yaml", """
                name: two
                input: {normalize: standardize, channels: %s}
                layers:
                  - conv1d: {filters: 2, kernel_size: 3, activation: relu}
                  - global_average_pooling1d
                  - dense: %s
                loss: %s
                optimizer: {adam: {learning_rate: 0.05}}
                epochs: 10
                validation_split: 0.2
                """.formatted(
                        channels, end, end.contains("sigmoid") ? "binary_crossentropy" : "categorical_crossentropy"));
    }

    @Test
    void trainsOnTheSelectedChannels() {
        TrainedModel trained = Trainer.train(
                recipe("[b]", "{units: classes, activation: softmax}"), dataset(), TrainingListener.SILENT);
        assertTrue(trained.history().test().orElseThrow().accuracy().orElseThrow() > 0.97);
        assertEquals(Shape.of(1, 4, 1), trained.model().graph().tensor(0).shape());
        ModelCard card = trained.model().graph().card();
        assertEquals(List.of("low", "high"), card.labels());
        assertEquals(List.of("b"), card.preparation().channels());
        assertEquals("deg", card.preparation().unit());
        assertEquals(50, card.preparation().rateHertz());
        assertEquals("two", card.facts().get("dataset"));
        assertEquals("true", card.facts().get("synthetic"));
        assertEquals("10", card.facts().get("epochs"));
        assertTrue(card.facts().get("trained_with").startsWith("Mote " + System.getProperty("mote.version") + ","));
        float[] high = card.preparation().apply(new float[] {150, 151, 150, 150});
        assertTrue(Floats.run(trained.model(), high)[1] > 0.9);
    }

    @Test
    void oneSigmoidStandsForTheSecondOfTwoClasses() {
        TrainedModel trained =
                Trainer.train(recipe("[]", "{units: 1, activation: sigmoid}"), dataset(), TrainingListener.SILENT);
        assertTrue(trained.history().test().orElseThrow().accuracy().orElseThrow() > 0.97);
    }

    @Test
    void historyAsJsonHasTheNamesOfKeras() {
        TrainedModel trained =
                Trainer.train(recipe("[b]", "{units: 2, activation: softmax}"), dataset(), TrainingListener.SILENT);
        String json = trained.history().toJson();
        for (String key : List.of("loss", "accuracy", "val_loss", "val_accuracy", "seconds", "test_accuracy")) {
            assertTrue(json.contains("\"" + key + "\" : "), key);
        }
    }

    @Test
    void fitsEachChannel() {
        assertEquals(List.of(2f, 10f), fit(InputOptions.Normalize.STANDARDIZE).offset());
        assertEquals(List.of(1f, 1f), fit(InputOptions.Normalize.STANDARDIZE).factor());
        assertEquals(List.of(1f, 10f), fit(InputOptions.Normalize.MIN_MAX).offset());
        assertEquals(List.of(0.5f, 1f), fit(InputOptions.Normalize.MIN_MAX).factor());
        assertEquals(List.of(), fit(InputOptions.Normalize.NONE).offset());
    }

    @Test
    void compressesBeforeItFits() {
        // Channel a is 1 or 3, channel b always 10; asinh(1 / 1) = 0.8813736 and asinh(3 / 1) = 1.8184465, from tables.
        InputPreparation fitted = FitPreparation.on(
                known(1, 10, 3, 10),
                new InputOptions(InputOptions.Normalize.MIN_MAX, 1, List.of(), knees("a", 1)),
                Optional.empty());
        assertEquals(List.of(1f, 0f), fitted.knee());
        assertEquals(0.8813736f, fitted.offset().getFirst(), 1e-6f);
        assertEquals(1 / (1.8184465f - 0.8813736f), fitted.factor().getFirst(), 1e-5f);
        assertEquals(10f, fitted.offset().getLast());
    }

    @Test
    void refusesToCompressChannelsThatAreNotThere() {
        InputOptions options = new InputOptions(InputOptions.Normalize.NONE, 1, List.of(), knees("gyro", 0.1));
        String message = assertThrows(
                        BadInputException.class, () -> FitPreparation.on(dataset(), options, Optional.empty()))
                .getMessage();
        assertEquals("input.compress: no channel of two begins with 'gyro'; its channels are a, b", message);
    }

    private static TreeMap<String, Double> knees(String prefix, double knee) {
        TreeMap<String, Double> knees = new TreeMap<>();
        knees.put(prefix, knee);
        return knees;
    }

    @Test
    void preparesAsTheModelCardSays() {
        Dataset dataset = dataset();
        InputPreparation preparation = FitPreparation.on(
                dataset,
                new InputOptions(InputOptions.Normalize.STANDARDIZE, 1, List.of(), new TreeMap<>()),
                Optional.empty());
        float[] prepared = new float[10];
        new DatasetExamples(dataset.test(), dataset.channels(), InputPath.of(preparation), 2).copyInput(3, prepared, 2);
        float[] expected = new float[10];
        System.arraycopy(preparation.apply(dataset.test().values(3)), 0, expected, 2, 8);
        assertArrayEquals(expected, prepared, 0);
    }

    @Test
    void refusesAnUnknownChannel() {
        assertEquals(
                "two: has no channel 'c', only: a, b; give the data that the model or the recipe was made for",
                assertThrows(
                                BadInputException.class,
                                () -> Trainer.train(
                                        recipe("[c]", "{units: 2, activation: softmax}"),
                                        dataset(),
                                        TrainingListener.SILENT))
                        .getMessage());
    }

    @Test
    void refusesUnitsThatAreNotTheClasses() {
        assertEquals(
                "r.yaml:6: layers[2].dense: its output has 5 elements, but the data has 2 classes; set units: 2, or"
                        + " units: classes",
                assertThrows(
                                BadInputException.class,
                                () -> Trainer.train(
                                        recipe("[a]", "{units: 5, activation: softmax}"),
                                        dataset(),
                                        TrainingListener.SILENT))
                        .getMessage());
    }
}
