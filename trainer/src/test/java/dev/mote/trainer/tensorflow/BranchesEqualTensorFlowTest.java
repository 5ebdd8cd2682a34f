package dev.mote.trainer.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.Floats;
import dev.mote.trainer.network.ExportNetwork;
import dev.mote.trainer.network.FoldedNetwork;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks with branches: TensorFlow, the folded network in TensorFlow and the exported model give one answer. */
class BranchesEqualTensorFlowTest {
    @ParameterizedTest
    @ValueSource(ints = {8, 30})
    void anyGraph(int layers) {
        for (int seed = 0; seed < 8; seed++) {
            String recipe = new DrawnRecipe(new SplittableRandom(100 * layers + seed)).yaml(layers);
            check(recipe, Shape.of(5, 4, 3), "seed " + seed + ":\n" + recipe);
        }
    }

    @Test
    void residualAndConcatenatedSignals() {
        FloatModel model = check("""
                name: r
                loss: mean_squared_error
                layers:
                  - conv1d: {filters: 3, kernel_size: 3, padding: same, use_bias: false, name: a}
                  - batch_normalization
                  - activation: {function: tanh, name: b}
                  - add: {from: [b, input]}
                  - activation: relu
                  - activation: {function: sigmoid, from: input, name: gate}
                  - concatenate: {from: [activation, gate, input]}
                  - global_average_pooling1d
                  - dense: {units: 2}
                """, Shape.of(9, 3), "signals");
        assertEquals(
                List.of(
                        "RESHAPE",
                        "CONV_2D",
                        "TANH",
                        "ADD",
                        "LOGISTIC",
                        "RESHAPE",
                        "CONCATENATION",
                        "MEAN",
                        "FULLY_CONNECTED"),
                model.graph().nodes().stream()
                        .map(node -> OperatorNames.of(node.operator()))
                        .toList());
    }

    private static FloatModel check(String yaml, Shape shape, String message) {
        Network network = Network.of(Recipe.parse("drawn", yaml), shape, 2);
        Weights weights = ExportEqualsTensorFlowTest.anyWeights(network);
        FoldedNetwork folded = FoldedNetwork.of(network, weights);
        FloatModel model = ExportNetwork.of("r", folded, ModelCard.EMPTY);
        float[] input = Floats.random(shape.elements(), new SplittableRandom(3));
        try (Inference trained = new Inference(network, weights);
                Inference exported = new Inference(folded.network(), folded.weights())) {
            float[] expected = trained.predict(input);
            float largest = 1;
            for (float value : expected) {
                largest = Math.max(largest, Math.abs(value));
            }
            assertArrayEquals(expected, exported.predict(input), 1e-5f * largest, message);
            assertArrayEquals(expected, Floats.run(model, input), 1e-5f * largest, message);
            assertTrue(Float.isFinite(largest), message);
        }
        return model;
    }
}
