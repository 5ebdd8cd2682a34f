package dev.mote.trainer.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.Floats;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSessionTest {
    private static final int BATCH = 6;

    private static Recipe recipe(String layers, String loss) {
        return Recipe.parse(
                "test",
                "name: test\nlayers:\n" + layers + "\nloss: " + loss + "\noptimizer: {sgd: {learning_rate: 1}}\n");
    }

    private static Weights moved(Network network, Weights from, String name, int index, float by) {
        List<float[]> arrays = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            float[] values = from.get(parameter.name());
            if (parameter.name().equals(name)) {
                values[index] += by;
            }
            arrays.add(values);
        }
        return Weights.of(network.parameters(), arrays);
    }

    /** As {@link dev.mote.dataset.metrics.Scores} has it, or training and comparison would tell other accuracies of one model. */
    @Test
    void aHalfSaysTheSecondOfTwoClasses() {
        for (String activation : List.of("sigmoid", "hard_sigmoid")) {
            Recipe recipe = recipe("  - dense: {units: 1, activation: " + activation + "}", "binary_crossentropy");
            Network network = Network.of(recipe, Shape.of(2), 1);
            Weights idle = Weights.of(network.parameters(), List.of(new float[2], new float[1]));
            try (TrainingSession session = new TrainingSession(network, recipe.training(), idle, 1)) {
                assertEquals(0.5f, session.predict(new float[] {1, 2}, 1)[0]);
                assertEquals(
                        1,
                        session.measure(new float[] {1, 2}, new float[] {1}, 1).correct());
                assertEquals(
                        0,
                        session.measure(new float[] {1, 2}, new float[] {0}, 1).correct());
            }
        }
    }

    /** A step of plain gradient descent with rate 1 moves each weight by its gradient. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mean_squared_error; - flatten; - dense: {units: 2, activation: tanh}",
                "binary_crossentropy; - flatten; - dense: {units: 2, activation: sigmoid}",
                "binary_crossentropy; - flatten; - dense: {units: 2, activation: hard_sigmoid}",
                "mean_squared_error; - conv2d: {filters: 2, kernel_size: 2, kernel_regularizer: {l1: 0.1, l2: 0.2}, bias_regularizer: {l2: 0.1}}; - flatten; - dense: {units: 2, kernel_regularizer: {l2: 0.5}}",
                "mean_squared_error; - zero_padding2d: {padding: [[0, 1], [2, 0]]}; - conv2d: {filters: 2, kernel_size: 2}; - global_max_pooling2d; - dense: {units: 2}",
                "mean_squared_error; - reshape: {target_shape: [8, 4]}; - lstm: {units: 3, return_sequences: true}; - lstm: {units: 2, bias_regularizer: {l2: 0.1}}",
                "mean_squared_error; - reshape: {target_shape: [1, 32]}; - lstm: {units: 2}",
                "mean_squared_error; - activation: elu; - flatten; - dense: {units: 2, activation: elu}",
                "mean_squared_error; - flatten; - dense: {units: 2, activation: selu}",
                "mean_squared_error; - flatten; - dense: {units: 2, activation: swish}",
                "mean_squared_error; - flatten; - dense: {units: 2, activation: hard_swish}",
                "mean_squared_error; - flatten; - dense: {units: 2, activation: softplus}",
                "categorical_crossentropy; - flatten; - dense: {units: 2, activation: softmax}",
                "mean_squared_error; - conv2d: {filters: 2, kernel_size: 2, activation: {leaky_relu: {}}}; - max_pooling2d: {pool_size: 2}; - flatten; - dense: {units: 2}",
                "categorical_crossentropy; - separable_conv2d: {filters: 3, kernel_size: 2, strides: 2, padding: same, activation: sigmoid}; - global_average_pooling2d; - dense: {units: 2, activation: softmax}",
                "mean_squared_error; - depthwise_conv2d: {kernel_size: 2, depth_multiplier: 2}; - average_pooling2d; - activation: tanh; - flatten; - dense: {units: 2}",
                "mean_squared_error; - conv2d: {filters: 3, kernel_size: 3, padding: same, activation: tanh, name: a}; - conv2d: {filters: 3, kernel_size: 1, activation: sigmoid}; - add: {from: [conv2d, a, a]}; - concatenate: {from: [add, input]}; - conv2d: {filters: 2, kernel_size: 2}; - flatten; - dense: {units: 2}",
            })
    void stepsAlongTheGradient(String lossAndLayers) {
        String[] parts = lossAndLayers.split("; ");
        String layers = "  " + String.join("\n  ", List.of(parts).subList(1, parts.length));
        Recipe recipe = recipe(layers, parts[0]);
        Network network = Network.of(recipe, Shape.of(4, 4, 2), 2);
        SplittableRandom random = new SplittableRandom(5);
        Weights weights = Weights.initial(network, random);
        float[] inputs = Floats.random(BATCH * 32, random);
        float[] targets = new float[BATCH * 2];
        for (int i = 0; i < BATCH; i++) {
            targets[i * 2 + random.nextInt(2)] = 1;
        }
        try (TrainingSession session = new TrainingSession(network, recipe.training(), weights, 1)) {
            session.step(inputs, targets, BATCH, 0, 1);
            Weights after = session.weights();
            for (Parameter parameter : network.parameters()) {
                int index = parameter.shape().elements() / 2;
                double step = weights.get(parameter.name())[index] - after.get(parameter.name())[index];
                session.weights(moved(network, weights, parameter.name(), index, 0.01f));
                double above = session.measure(inputs, targets, BATCH).loss();
                session.weights(moved(network, weights, parameter.name(), index, -0.01f));
                double below = session.measure(inputs, targets, BATCH).loss();
                assertEquals((above - below) / 0.02, step, 1e-3, parameter.name());
            }
        }
    }

    /**
     * Rosenblatt's rule: weight += rate * (target - answer) * input. With squared errors the rate is twice the learning rate. The rates
     * are sums of powers of 2, so that the figures are exact.
     */
    @Test
    void followsRosenblattsRule() {
        Recipe recipe = recipe("  - dense: {units: 1, activation: step}", "mean_squared_error");
        Network network = Network.of(recipe, Shape.of(2), 1);
        Weights initial = Weights.of(network.parameters(), List.of(new float[] {0.5f, -1}, new float[] {0.25f}));
        try (TrainingSession session = new TrainingSession(network, recipe.training(), initial, 1)) {
            // 0.5 * 2 - 1 * 1 + 0.25 > 0: it fires, and should not.
            assertEquals(
                    1,
                    session.step(new float[] {2, 1}, new float[] {0}, 1, 0, 0.125)
                            .loss());
            assertArrayEquals(new float[] {0, -1.25f}, session.weights().get("dense/kernel"));
            assertArrayEquals(new float[] {0}, session.weights().get("dense/bias"));
            // 0 is not below the threshold: it fires, as it should, and nothing changes.
            assertEquals(
                    0,
                    session.step(new float[] {3, 0}, new float[] {1}, 1, 1, 0.125)
                            .loss());
            assertArrayEquals(new float[] {0, -1.25f}, session.weights().get("dense/kernel"));
            // It does not fire, and should.
            assertEquals(
                    1,
                    session.step(new float[] {-1, 1}, new float[] {1}, 1, 2, 0.125)
                            .loss());
            assertArrayEquals(new float[] {-0.25f, -1}, session.weights().get("dense/kernel"));
            assertArrayEquals(new float[] {0.25f}, session.weights().get("dense/bias"));
        }
    }

    /** The answer is 2 * 1 - 3 * 1 + 0.5 = -0.5, as it should be; 0.25 * (2 + 3) + 0.5 * (4 + 9) + 2 * 0.25 is left. */
    @Test
    void countsThePenaltyOfTheWeightsIntoTheLoss() {
        Recipe recipe = recipe(
                "  - dense: {units: 1, kernel_regularizer: {l1: 0.25, l2: 0.5}, bias_regularizer: {l2: 2}}",
                "mean_squared_error");
        Network network = Network.of(recipe, Shape.of(2), 1);
        Weights initial = Weights.of(network.parameters(), List.of(new float[] {2, -3}, new float[] {0.5f}));
        try (TrainingSession session = new TrainingSession(network, recipe.training(), initial, 1)) {
            assertEquals(
                    8.25,
                    session.measure(new float[] {1, 1}, new float[] {-0.5f}, 1).loss());
            assertEquals(
                    8.25,
                    session.step(new float[] {1, 1}, new float[] {-0.5f}, 1, 0, 0.125)
                            .loss());
            // Gradients: 0.25 * sign(w) + w, and 4 * bias.
            Weights after = session.weights();
            assertArrayEquals(new float[] {2 - 2.25f / 8, -3 + 3.25f / 8}, after.get("dense/kernel"));
            assertArrayEquals(new float[] {0.5f - 2f / 8}, after.get("dense/bias"));
        }
    }

    /** Either a whole channel of 100 is left, doubled, or nothing of it. */
    @Test
    void dropsWholeChannels() {
        Recipe recipe =
                recipe("  - spatial_dropout1d: {rate: 0.5}\n  - flatten\n  - dense: {units: 1}", "mean_squared_error");
        Network network = Network.of(recipe, Shape.of(100, 3), 1);
        float[] weights = new float[300];
        for (int i = 0; i < 300; i++) {
            weights[i] = (float) Math.pow(10, i % 3);
        }
        Weights digits = Weights.of(network.parameters(), List.of(weights, new float[1]));
        float[] ones = new float[300];
        Arrays.fill(ones, 1);
        Set<Long> sums = new HashSet<>();
        try (TrainingSession session = new TrainingSession(network, recipe.training(), digits, 9)) {
            for (int step = 0; step < 30; step++) {
                sums.add(Math.round(
                        Math.sqrt(session.step(ones, new float[1], 1, step, 0).loss())));
            }
            assertEquals(11100, session.predict(ones, 1)[0], 0.1);
        }
        assertTrue(sums.size() > 4, sums.toString());
        for (long sum : sums) {
            assertTrue(Long.toString(sum / 200).matches("[01]*") && sum % 200 == 0, "sum " + sum);
        }
    }

    /** The mean square of noise is its variance: of 4,000 values, within 7 % by three deviations. */
    @Test
    void addsNoiseInTrainingOnly() {
        Recipe recipe = recipe("  - batch_normalization\n  - gaussian_noise: {stddev: 0.5}", "mean_squared_error");
        Network network = Network.of(recipe, Shape.of(4000), 1);
        Weights weights = Weights.initial(network, new SplittableRandom(1));
        float[] zeros = new float[4000];
        try (TrainingSession session = new TrainingSession(network, recipe.training(), weights, 9)) {
            double loss = session.step(zeros, zeros, 1, 0, 0).loss();
            assertEquals(0.25, loss, 0.0175);
            assertNotEquals(loss, session.step(zeros, zeros, 1, 1, 0).loss());
            assertEquals(loss, session.step(zeros, zeros, 1, 0, 0).loss());
            assertEquals(0, session.measure(zeros, zeros, 1).loss());
        }
    }

    /** Of the values 0, 2 and 4: mean 2, population variance 8/3, unbiased 4. */
    @Test
    void normalizesByTheBatchAndFollowsItWithItsMomentum() {
        Recipe recipe = recipe("  - batch_normalization: {momentum: 0.75, epsilon: 0.0001}", "mean_squared_error");
        Network network = Network.of(recipe, Shape.of(1), 1);
        Weights initial = Weights.initial(network, new SplittableRandom(1));
        try (TrainingSession session = new TrainingSession(network, recipe.training(), initial, 1)) {
            double normalized = 2 / Math.sqrt(8.0 / 3 + 0.0001);
            double loss =
                    session.step(new float[] {0, 2, 4}, new float[3], 3, 0, 0).loss();
            assertEquals(2 * normalized * normalized / 3, loss, 1e-5);
            Weights after = session.weights();
            assertEquals(0.75f * 0 + 0.25f * 2, after.get("batch_normalization/moving_mean")[0], 1e-6);
            assertEquals(0.75f * 1 + 0.25f * 4, after.get("batch_normalization/moving_variance")[0], 1e-6);
            float expected = (float) ((3 - 0.5) / Math.sqrt(1.75 + 0.0001));
            assertArrayEquals(new float[] {expected}, session.predict(new float[] {3}, 1), 1e-5f);
        }
    }

    @Test
    void dropsTheGivenShareInTrainingOnly() {
        Recipe recipe = recipe(
                "  - dropout: {rate: 0.25}\n  - batch_normalization\n  - dropout: {rate: 0}", "mean_squared_error");
        Network network = Network.of(
                Recipe.parse(
                        "test",
                        "name: test\nlayers:\n  - dropout: {rate: 0.25}\n  - dense: {units: 1}\nloss: mean_squared_error\n"),
                Shape.of(4000),
                1);
        float[] ones = new float[4000];
        Arrays.fill(ones, 1);
        Weights sum = Weights.of(network.parameters(), List.of(ones.clone(), new float[1]));
        try (TrainingSession session = new TrainingSession(network, recipe.training(), sum, 9)) {
            assertEquals(4000, session.predict(ones, 1)[0], 0.01);
            double first = Math.sqrt(session.step(ones, new float[1], 1, 0, 0).loss());
            double second = Math.sqrt(session.step(ones, new float[1], 1, 1, 0).loss());
            double again = Math.sqrt(session.step(ones, new float[1], 1, 0, 0).loss());
            // Kept elements count 4/3; three standard deviations of their number are 82.
            assertEquals(4000, first, 110);
            assertEquals(first, again, 0);
            assertNotEquals(first, second);
        }
    }

    @Test
    void weightsComeBackAsTheyWentIn() {
        Recipe recipe = recipe("  - flatten\n  - dense: {units: 3}", "mean_squared_error");
        Network network = Network.of(recipe, Shape.of(4, 4, 2), 2);
        Weights weights = Weights.initial(network, new SplittableRandom(3));
        try (TrainingSession session = new TrainingSession(network, recipe.training(), weights, 1)) {
            assertTrue(weights.equals(session.weights()));
        }
    }
}
