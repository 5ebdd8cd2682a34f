package dev.mote.trainer.tensorflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Quantization.PerTensor;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.Floats;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.network.Stage;
import dev.mote.trainer.network.ValueRange;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Kernel;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.WeightOptions;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Rounding in TensorFlow against the arithmetic of the quantized model, and its gradient against the formulas of LSQ. */
class RoundingTest {
    private static final int VALUES = 64;

    private static Network network(ValueRange range, Stage.RangeKind kind) {
        Shape shape = Shape.of(VALUES);
        Stage round = new Stage.Round("round", "range", range, kind);
        return new Network(shape, List.of(new Network.Placed(round, List.of(Network.INPUT), shape, shape)));
    }

    private static Weights ends(Network network, float low, float high) {
        return Weights.of(network.parameters(), List.of(new float[] {low}, new float[] {high}));
    }

    @Test
    void roundsActivationsAsTheQuantizedModelDoes() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < 20; trial++) {
            double min = trial % 3 == 0 ? 0 : -random.nextDouble(0.01, 10);
            double max = trial % 3 == 1 ? 0 : random.nextDouble(0.01, 10);
            PerTensor expected =
                    new PerTensor((float) ((max - min) / 255), (int) Math.round(-128 - min / ((max - min) / 255)));
            Network network = network(new ValueRange(min, max), Stage.RangeKind.LEARNED);
            float[] values = Floats.random(VALUES, random);
            for (int i = 0; i < VALUES; i++) {
                values[i] *= 12;
            }
            try (Inference inference = new Inference(network, ends(network, 1, 1))) {
                float[] rounded = inference.predict(values);
                for (int i = 0; i < VALUES; i++) {
                    double toHalf = Math.abs(Math.abs(Math.IEEEremainder(values[i] / expected.scale(), 1)) - 0.5);
                    if (toHalf > 1e-3) {
                        float exact = expected.dequantize(expected.quantize(values[i]));
                        assertEquals(exact, rounded[i], 1e-5 * (max - min), min + " to " + max + ": " + values[i]);
                    }
                }
            }
        }
    }

    @Test
    void keepsZeroWithinTheRange() {
        Network network = network(new ValueRange(-2, 2.25), Stage.RangeKind.LEARNED);
        float[] values = Floats.random(VALUES, new SplittableRandom(4));
        try (Inference inference = new Inference(network, ends(network, -0.5f, 1))) {
            for (float rounded : inference.predict(values)) {
                assertTrue(rounded >= 0 && rounded <= 2.25f, rounded + " in a range of 0 to 2.25");
            }
        }
    }

    /** The loss is the mean square of the rounded values, so that its gradient for each is 2 * rounded / n. */
    @Test
    void learnsTheUpperEndByTheFormulaOfLsq() {
        double max = 0.5;
        Network network = network(new ValueRange(0, max), Stage.RangeKind.LEARNED);
        float[] values = Floats.random(VALUES, new SplittableRandom(2));
        Recipe recipe = Recipe.parse(
                "r", "name: r\nlayers: [flatten]\nloss: mean_squared_error\noptimizer: {sgd: {learning_rate: 1}}\n");
        double scale = max / 255;
        double gradient = 0;
        for (float value : values) {
            double steps = value / scale;
            double rounded = Math.clamp(Math.rint(steps), 0, 255);
            // Inside: the rounding error; above: the greatest integer; below: nothing.
            double perScale = steps > 255 ? 255 : steps < 0 ? 0 : rounded - steps;
            gradient += 2 * rounded * scale / VALUES * perScale / 255 * max;
        }
        try (TrainingSession session = new TrainingSession(network, recipe.training(), ends(network, 1, 1), 1)) {
            session.step(values, new float[VALUES], 1, 0, 1);
            assertEquals(gradient, 1 - session.weights().get("range/high")[0], 1e-4);
        }
    }

    @Test
    void observesTheExtremesOfEachBatch() {
        Network network = network(new ValueRange(-1, 1), Stage.RangeKind.OBSERVED);
        float[] values = new float[VALUES];
        values[3] = 5;
        Recipe recipe = Recipe.parse("r", "name: r\nlayers: [{dense: {units: 1}}]\nloss: mean_squared_error\n");
        Network dense = new Network(
                network.inputShape(),
                List.of(
                        network.stages().getFirst(),
                        new Network.Placed(
                                new Stage.Dense("dense", VALUES, 1, false, WeightOptions.DEFAULT),
                                List.of(0),
                                network.inputShape(),
                                Shape.of(1))));
        Weights start = Weights.of(dense.parameters(), List.of(new float[] {-1}, new float[] {1}, new float[VALUES]));
        try (TrainingSession session = new TrainingSession(dense, recipe.training(), start, 1)) {
            session.step(values, new float[1], 1, 0, 0.1);
            assertEquals(-0.99, session.weights().get("range/moving_low")[0], 1e-6);
            assertEquals(0.99 + 0.05, session.weights().get("range/moving_high")[0], 1e-6);
        }
    }

    /** Weights in steps of a 127th of the greatest in their channel, and none further than half a step from where it was. */
    @Test
    void roundsWeightsChannelByChannel() {
        Shape in = Shape.of(1, 1, 6);
        Network network = new Network(
                in,
                List.of(
                        new Network.Placed(
                                new Stage.Round("round", "range", new ValueRange(-127, 128), Stage.RangeKind.FIXED),
                                List.of(Network.INPUT),
                                in,
                                in),
                        new Network.Placed(
                                new Stage.Conv(
                                        "conv",
                                        new Kernel(1, 1, 1, 1, Padding.VALID),
                                        6,
                                        4,
                                        false,
                                        WeightOptions.DEFAULT),
                                List.of(0),
                                in,
                                Shape.of(1, 1, 4))));
        List<Parameter> parameters = network.parameters();
        float[] kernel = Floats.random(24, new SplittableRandom(3));
        for (int i = 0; i < 24; i++) {
            kernel[i] *= (float) Math.pow(10, i % 4);
        }
        try (Inference inference = new Inference(network, Weights.of(parameters, List.of(kernel.clone())))) {
            for (int input = 0; input < 6; input++) {
                float[] one = new float[6];
                one[input] = 1;
                float[] column = inference.predict(one);
                for (int c = 0; c < 4; c++) {
                    double greatest = 0;
                    for (int i = c; i < 24; i += 4) {
                        greatest = Math.max(greatest, Math.abs(kernel[i]));
                    }
                    double steps = column[c] / (greatest / 127);
                    assertEquals(Math.rint(steps), steps, 1e-3);
                    assertTrue(Math.abs(column[c] - kernel[input * 4 + c]) <= greatest / 127 * 0.5001);
                }
            }
        }
    }
}
