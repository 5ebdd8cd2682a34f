package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {
    private static final Recipe RECIPE = Recipe.parse("r", """
            name: two
            input: {normalize: standardize}
            layers:
              - dense: {units: classes, activation: softmax}
            loss: categorical_crossentropy
            optimizer: {adam: {learning_rate: 0.1}}
            epochs: 6
            batch_size: 8
            """);

    /** Class 1 has a larger first value; groups are in fives. */
    private static Samples samples(int count, boolean groups) {
        SplittableRandom random = new SplittableRandom(count);
        float[] values = new float[count * 2];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 3 == 0 ? 1 : 0;
            values[2 * i] = (float) random.nextDouble() + 2 * labels[i];
            values[2 * i + 1] = (float) random.nextDouble();
        }
        return Samples.of(
                Shape.of(2),
                values,
                labels,
                groups ? IntStream.range(0, count).map(i -> i / 5).toArray() : new int[0]);
    }

    /** All test samples are of the wrong class: a figure that looked at them would show it. */
    private static Dataset dataset(boolean groups) {
        Samples test = Samples.of(Shape.of(2), new float[] {9, 0, 9, 0}, new int[2], new int[0]);
        return new Dataset(
                "two", true, Shape.of(2), List.of("low", "high"), "", List.of("a", "b"), 0, samples(60, groups), test);
    }

    @Test
    void measuresOnWhatWasLeftOutAndNeverOnTheTestSplit() {
        CrossValidation result = CrossValidation.of(RECIPE, dataset(true), 3, TrainingListener.SILENT);
        assertEquals(
                List.of(20, 20, 20),
                result.folds().stream().map(CrossValidation.Fold::samples).toList());
        assertTrue(result.byGroup());
        assertTrue(result.mean(CrossValidation.Fold::accuracy) > 0.95, result.toString());
        assertTrue(result.mean(CrossValidation.Fold::macroF1) > 0.95, result.toString());
    }

    @Test
    void meanAndDeviationAreThoseOfTheFolds() {
        CrossValidation result = new CrossValidation(
                List.of(new CrossValidation.Fold(1, 0.5, 0, 0), new CrossValidation.Fold(1, 0.9, 0, 0)), false);
        assertEquals(0.7, result.mean(CrossValidation.Fold::accuracy), 1e-12);
        assertEquals(Math.sqrt(0.08), result.deviation(CrossValidation.Fold::accuracy), 1e-12);
    }

    @Test
    void refusesMoreFoldsThanSamples() {
        assertEquals(
                "--folds is 61, but the training split has only 60 samples; give fewer folds",
                assertThrows(BadInputException.class, () -> CrossValidation.requirePossible(RECIPE, dataset(false), 61))
                        .getMessage());
    }

    /** 12 persons in 13 parts: without a refusal, samples of one person would be on both sides. */
    @Test
    void refusesMoreFoldsThanPersons() {
        CrossValidation.requirePossible(RECIPE, dataset(true), 12);
        assertEquals(
                "--folds is 13, but the training split has only 12 persons or recordings; give at most as many",
                assertThrows(BadInputException.class, () -> CrossValidation.requirePossible(RECIPE, dataset(true), 13))
                        .getMessage());
    }
}
