package dev.mote.trainer;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Recipe;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Trains a network with everything that could differ from run to run, large enough for several threads. */
final class TrainAndHash {
    private static final String RECIPE = """
            name: everything
            layers:
              - conv2d: {filters: 16, kernel_size: 3, padding: same}
              - batch_normalization
              - activation: relu
              - max_pooling2d
              - separable_conv2d: {filters: 32, kernel_size: 3, activation: relu}
              - batch_normalization
              - average_pooling2d: {pool_size: 2}
              - dropout: {rate: 0.3}
              - conv2d: {filters: 32, kernel_size: 3, activation: {leaky_relu: {}}}
              - flatten
              - dense: {units: 64, activation: tanh}
              - dropout: {rate: 0.3}
              - dense: {units: 10, activation: softmax}
            loss: sparse_categorical_crossentropy
            epochs: %d
            batch_size: 64
            validation_split: 0.1
            """;

    private TrainAndHash() {}

    public static void main(String[] arguments) {
        System.out.println(hash());
    }

    static Recipe recipe(int epochs) {
        return Recipe.parse("everything", RECIPE.formatted(epochs));
    }

    static TrainingData data() {
        SplittableRandom random = new SplittableRandom(1);
        float[][] inputs = new float[1500][];
        int[] labels = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Floats.random(28 * 28, random);
            labels[i] = random.nextInt(10);
        }
        return TrainingData.ofClasses(Shape.of(28, 28, 1), inputs, labels, 10);
    }

    /** Of all bytes of all tensors. */
    static String hash() {
        TrainedModel trained = Trainer.train(recipe(2), data(), TrainingListener.SILENT);
        int hash = trained.model().graph().tensors().stream()
                .mapToInt(tensor -> tensor.data()
                        .map(values -> Arrays.hashCode(values.bytes()))
                        .orElse(0))
                .reduce(1, (a, b) -> 31 * a + b);
        return Integer.toHexString(hash) + " " + trained.history().training().loss();
    }
}
