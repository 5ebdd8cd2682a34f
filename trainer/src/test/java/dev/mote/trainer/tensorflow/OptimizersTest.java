package dev.mote.trainer.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Recipe;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every optimizer takes the steps of its formula, computed here in double precision for one neuron with mean squared error. */
class OptimizersTest {
    private static final int STEPS = 6;
    private static final int SAMPLES = 4;
    private static final double RATE = 0.1;

    private static final float[] INPUTS = {1, 2, -1, 0.5f, 0.3f, -2, 2, 1};
    private static final float[] TARGETS = {3, -1, 2, 0.5f};

    /** Weights 0 and 1 are the kernel, weight 2 is the bias. */
    private static final double[] START = {0.4, -0.3, 0.2};

    /** How one weight moves. The slots start at 0 and belong to that weight; t counts from 1. */
    private interface Formula {
        double step(double weight, double gradient, double[] slots, int t);
    }

    private static double[] gradient(double[] weights) {
        double[] gradient = new double[3];
        for (int i = 0; i < SAMPLES; i++) {
            double x = INPUTS[2 * i];
            double y = INPUTS[2 * i + 1];
            double error = weights[0] * x + weights[1] * y + weights[2] - TARGETS[i];
            gradient[0] += 2 * error * x / SAMPLES;
            gradient[1] += 2 * error * y / SAMPLES;
            gradient[2] += 2 * error / SAMPLES;
        }
        return gradient;
    }

    private static double[] expected(Formula formula) {
        double[] weights = START.clone();
        double[][] slots = new double[3][3];
        for (int t = 1; t <= STEPS; t++) {
            double[] gradient = gradient(weights);
            for (int i = 0; i < 3; i++) {
                weights[i] = formula.step(weights[i], gradient[i], slots[i], t);
            }
        }
        return weights;
    }

    private static double[] trained(String optimizer) {
        Recipe recipe = Recipe.parse(
                "test",
                "name: test\nlayers:\n  - dense: {units: 1}\nloss: mean_squared_error\noptimizer: " + optimizer + "\n");
        Network network = Network.of(recipe, Shape.of(2), 1);
        Weights start = Weights.of(
                network.parameters(),
                List.of(new float[] {(float) START[0], (float) START[1]}, new float[] {(float) START[2]}));
        try (TrainingSession session = new TrainingSession(network, recipe.training(), start, 1)) {
            for (int t = 0; t < STEPS; t++) {
                session.step(INPUTS, TARGETS, SAMPLES, t, RATE);
            }
            float[] kernel = session.weights().get("dense/kernel");
            return new double[] {kernel[0], kernel[1], session.weights().get("dense/bias")[0]};
        }
    }

    private static void check(String optimizer, Formula formula) {
        assertArrayEquals(expected(formula), trained(optimizer), 2e-5, () -> Arrays.toString(expected(formula)));
    }

    @Test
    void gradientDescent() {
        check("sgd", (w, g, s, t) -> w - RATE * g);
    }

    @Test
    void momentum() {
        check("{sgd: {momentum: 0.9}}", (w, g, s, t) -> {
            s[0] = 0.9 * s[0] - RATE * g;
            return w + s[0];
        });
    }

    @Test
    void nesterov() {
        check("{sgd: {momentum: 0.8, nesterov: true}}", (w, g, s, t) -> {
            s[0] = 0.8 * s[0] - RATE * g;
            return w + 0.8 * s[0] - RATE * g;
        });
    }

    private static double adam(double w, double g, double[] s, int t) {
        s[0] = 0.9 * s[0] + 0.1 * g;
        s[1] = 0.99 * s[1] + 0.01 * g * g;
        double mean = s[0] / (1 - Math.pow(0.9, t));
        double square = s[1] / (1 - Math.pow(0.99, t));
        return w - RATE * mean / Math.sqrt(square);
    }

    @Test
    void adam() {
        check("{adam: {beta_2: 0.99}}", OptimizersTest::adam);
    }

    /** Decoupled: the kernel shrinks by rate times decay, the bias does not, and the moments see the gradient alone. */
    @Test
    void adamWithDecayOfTheKernelOnly() {
        double[] weights = START.clone();
        double[][] slots = new double[3][2];
        for (int t = 1; t <= STEPS; t++) {
            double[] gradient = gradient(weights);
            for (int i = 0; i < 3; i++) {
                double shrunk = i == 2 ? weights[i] : weights[i] * (1 - RATE * 0.3);
                weights[i] = adam(shrunk, gradient[i], slots[i], t);
            }
        }
        assertArrayEquals(weights, trained("{adamw: {beta_2: 0.99, weight_decay: 0.3}}"), 2e-5);
    }

    @Test
    void rootMeanSquare() {
        check("{rmsprop: {rho: 0.8}}", (w, g, s, t) -> {
            s[0] = 0.8 * s[0] + 0.2 * g * g;
            return w - RATE * g / Math.sqrt(s[0] + 1e-7);
        });
    }

    @Test
    void rootMeanSquareWithMomentum() {
        check("{rmsprop: {momentum: 0.5, epsilon: 0.01}}", (w, g, s, t) -> {
            s[0] = 0.9 * s[0] + 0.1 * g * g;
            s[1] = 0.5 * s[1] + RATE * g / Math.sqrt(s[0] + 0.01);
            return w - s[1];
        });
    }

    @Test
    void rootMeanSquareAboutTheMean() {
        check("{rmsprop: {centered: true, epsilon: 0.001}}", (w, g, s, t) -> {
            s[0] = 0.9 * s[0] + 0.1 * g * g;
            s[1] = 0.9 * s[1] + 0.1 * g;
            return w - RATE * g / Math.sqrt(s[0] - s[1] * s[1] + 0.001);
        });
    }

    @Test
    void adagrad() {
        check("{adagrad: {initial_accumulator_value: 0.2, epsilon: 0.03}}", (w, g, s, t) -> {
            s[0] = (t == 1 ? 0.2 : s[0]) + g * g;
            return w - RATE * g / Math.sqrt(s[0] + 0.03);
        });
    }

    @Test
    void adadelta() {
        check("{adadelta: {rho: 0.9, epsilon: 0.01}}", (w, g, s, t) -> {
            s[0] = 0.9 * s[0] + 0.1 * g * g;
            double step = g * Math.sqrt(s[1] + 0.01) / Math.sqrt(s[0] + 0.01);
            s[1] = 0.9 * s[1] + 0.1 * step * step;
            return w - RATE * step;
        });
    }

    @Test
    void clipsEachElement() {
        check("{sgd: {clip_value: 0.7}}", (w, g, s, t) -> w - RATE * Math.clamp(g, -0.7, 0.7));
    }

    /** The kernel's norm is that of two weights, the bias has its own. */
    @Test
    void clipsTheNormOfEachArray() {
        double[] weights = START.clone();
        for (int t = 0; t < STEPS; t++) {
            double[] g = gradient(weights);
            double kernel = Math.min(1, 0.9 / Math.hypot(g[0], g[1]));
            double bias = Math.min(1, 0.9 / Math.abs(g[2]));
            weights = new double[] {
                weights[0] - RATE * g[0] * kernel, weights[1] - RATE * g[1] * kernel, weights[2] - RATE * g[2] * bias
            };
        }
        assertArrayEquals(weights, trained("{sgd: {clip_norm: 0.9}}"), 2e-5);
    }

    @Test
    void clipsTheNormOfAll() {
        double[] weights = START.clone();
        for (int t = 0; t < STEPS; t++) {
            double[] g = gradient(weights);
            double factor = Math.min(1, 1.5 / Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]));
            for (int i = 0; i < 3; i++) {
                weights[i] -= RATE * g[i] * factor;
            }
        }
        assertArrayEquals(weights, trained("{sgd: {global_clip_norm: 1.5}}"), 2e-5);
    }

    /** A sample of each class, with weights 0.5 and 3. */
    @Test
    void weighsTheLossByClass() {
        Recipe recipe = Recipe.parse(
                "test",
                "name: test\nlayers:\n  - dense: {units: 2, activation: softmax}\n"
                        + "loss: categorical_crossentropy\noptimizer: sgd\n");
        Network network = Network.of(recipe, Shape.of(1), 2);
        Weights zero = Weights.of(network.parameters(), List.of(new float[2], new float[2]));
        try (TrainingSession session =
                new TrainingSession(network, recipe.training(), zero, 1, new float[] {0.5f, 3})) {
            double loss = session.step(new float[2], new float[] {1, 0, 0, 1}, 2, 0, 1)
                    .loss();
            // Both samples have the loss ln 2; the mean of the weights is 1.75.
            assertEquals(1.75 * Math.log(2), loss, 1e-6);
            // The gradient of a sample's loss is softmax - target: (-0.5, 0.5) and (0.5, -0.5).
            float[] bias = session.weights().get("dense/bias");
            assertEquals((0.5 * 0.5 - 3 * 0.5) / 2, bias[0], 1e-6);
            // Measuring does not weigh: the classes' losses are ln(1 + exp(-d)) and ln(1 + exp(d)).
            double d = bias[0] - bias[1];
            double expected = (Math.log(1 + Math.exp(-d)) + Math.log(1 + Math.exp(d))) / 2;
            assertEquals(
                    expected,
                    session.measure(new float[2], new float[] {1, 0, 0, 1}, 2).loss(),
                    1e-6);
        }
    }

    @Test
    void remembersWhatTheNextStepNeeds() {
        Recipe recipe = Recipe.parse(
                "test", "name: test\nlayers:\n  - dense: {units: 1}\nloss: mean_squared_error\noptimizer: adam\n");
        Network network = Network.of(recipe, Shape.of(2), 1);
        Weights start = Weights.initial(network, new SplittableRandom(1));
        try (TrainingSession one = new TrainingSession(network, recipe.training(), start, 1);
                TrainingSession other = new TrainingSession(network, recipe.training(), start, 1)) {
            for (int t = 0; t < 3; t++) {
                one.step(INPUTS, TARGETS, SAMPLES, t, RATE);
            }
            other.weights(one.weights());
            other.optimizerState(one.optimizerState());
            one.step(INPUTS, TARGETS, SAMPLES, 3, RATE);
            other.step(INPUTS, TARGETS, SAMPLES, 3, RATE);
            assertEquals(one.weights(), other.weights());
            assertEquals(one.optimizerState(), other.optimizerState());
        }
    }
}
