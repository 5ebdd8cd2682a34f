package dev.mote.trainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.ClassWeights;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassesTest {
    /** 70 of class 0, 20 of class 1, 10 of class 2, mixed. */
    private static final int[] LABELS = IntStream.range(0, 100)
            .map(i -> i % 10 == 9 ? 2 : i % 10 >= 7 ? 1 : 0)
            .toArray();

    private static final TrainingData DATA = TrainingData.ofClasses(Shape.of(1), new float[100][1], LABELS, 3);
    private static final Classes CLASSES = Classes.of(DATA, List.of("still", "walk", "fall"));

    private static ValidationSplit split(double share, boolean stratify) {
        Recipe recipe = Recipe.parse(
                "r",
                "name: r\nlayers:\n  - dense: {units: classes, activation: softmax}\nloss: categorical_crossentropy\n"
                        + "validation_split: " + share + "\nstratify: " + stratify + "\n");
        return ValidationSplit.of(DATA, CLASSES, recipe.training(), new SplittableRandom(1));
    }

    private static int[] counts(int[] samples) {
        int[] counts = new int[3];
        for (int sample : samples) {
            counts[LABELS[sample]]++;
        }
        return counts;
    }

    @Test
    void holdsBackTheSameShareOfEachClass() {
        assertArrayEquals(new int[] {14, 4, 2}, counts(split(0.2, true).validation()));
        assertArrayEquals(new int[] {56, 16, 8}, counts(split(0.2, true).training()));
        // 8.4, 2.4 and 1.2 of 12: the largest fractions are rounded up, the first of equal ones.
        assertArrayEquals(new int[] {9, 2, 1}, counts(split(0.12, true).validation()));
    }

    @Test
    void withoutStratificationChanceDecides() {
        ValidationSplit split = split(0.2, false);
        assertEquals(20, split.validation().length);
        assertEquals(
                100,
                IntStream.concat(IntStream.of(split.training()), IntStream.of(split.validation()))
                        .distinct()
                        .count());
    }

    @Test
    void balancedWeightsMakeEveryClassCountAlike() {
        float[] weights =
                CLASSES.weights(ClassWeights.BALANCED, IntStream.range(0, 100).toArray());
        assertArrayEquals(new float[] {100f / 210, 100f / 60, 100f / 30}, weights, 1e-6f);
    }

    @Test
    void namedWeightsAreThoseOfTheRecipe() {
        float[] weights = CLASSES.weights(new ClassWeights(false, new TreeMap<>(Map.of("fall", 5.0))), new int[0]);
        assertArrayEquals(new float[] {1, 1, 5}, weights);
    }

    @Test
    void refusesUnknownClassesAndDataWithout() {
        assertEquals(
                "class_weights: the data has no class 'run', its classes are still, walk, fall",
                assertThrows(
                                BadInputException.class,
                                () -> CLASSES.weights(
                                        new ClassWeights(false, new TreeMap<>(Map.of("run", 5.0))), new int[0]))
                        .getMessage());
        assertEquals(
                "class_weights: given, but the data has values, no classes; remove it",
                assertThrows(
                                BadInputException.class,
                                () -> Classes.of(DATA, List.of()).weights(ClassWeights.BALANCED, new int[0]))
                        .getMessage());
    }
}
