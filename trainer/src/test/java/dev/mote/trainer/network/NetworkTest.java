package dev.mote.trainer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.model.BadInputException;
import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Operator;
import dev.mote.model.graph.Shape;
import dev.mote.model.graph.Tensor;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    private static Network network(Shape input, String... layers) {
        String yaml = "name: r\nloss: mean_squared_error\nlayers:\n  - " + String.join("\n  - ", layers) + "\n";
        return Network.of(Recipe.parse("r.yaml", yaml), input, 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conv2d: {filters: 4, kernel_size: 3}                              | 6x4x4
            conv2d: {filters: 4, kernel_size: 3, padding: same, strides: 2}   | 4x3x4
            conv2d: {filters: 4, kernel_size: 3, strides: 3}                  | 2x2x4
            depthwise_conv2d: {kernel_size: [8, 6], depth_multiplier: 3}      | 1x1x6
            max_pooling2d: {pool_size: 3, strides: 2, padding: same}          | 4x3x2
            global_average_pooling2d                                          | 2
            flatten                                                           | 96
            reshape: {target_shape: [12, -1]}                                 | 12x1x8
            """)
    void computesShapesOfImages(String layer, String shape) {
        assertEquals(shape, network(Shape.of(8, 6, 2), layer).outputShape().toString());
    }

    @Test
    void takesSignalsForImagesOfWidthOne() {
        Network network = network(
                Shape.of(128, 9), "conv1d: {filters: 4, kernel_size: 5, strides: 2}", "global_average_pooling1d");
        assertEquals(
                List.of("128x1x9", "62x1x4", "4"),
                network.stages().stream().map(placed -> placed.out().toString()).toList());
    }

    @Test
    void countsClassesFromTheData() {
        assertEquals(
                Shape.of(3), network(Shape.of(5), "dense: {units: classes}").outputShape());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conv2d: {filters: 4, kernel_size: 9} | r.yaml:4: layers[0].conv2d: a window of 9 along the height is larger than its input 8x6x2; use a smaller window, or padding: same
            max_pooling2d: {pool_size: [2, 7]}   | r.yaml:4: layers[0].max_pooling2d: a window of 7 along the width is larger than its input 8x6x2; use a smaller window, or padding: same
            dense: {units: 3}                    | r.yaml:4: layers[0].dense: its input has shape 8x6x2, expected one dimension; put flatten or a global average pooling before it
            conv1d: {filters: 4, kernel_size: 3} | r.yaml:4: layers[0].conv1d: its input has shape 8x6x2, expected [time, channels]; use the 2d layer, or put reshape before it
            activation: softmax                  | r.yaml:4: layers[0].activation: softmax over shape 8x6x2, expected one dimension; put flatten before it
            reshape: {target_shape: [5, -1]}     | r.yaml:4: layers[0].reshape: target_shape is [5, -1], but its input 8x6x2 has 96 elements
            """)
    void refusesWrongShapes(String layer, String message) {
        assertEquals(
                message,
                assertThrows(BadInputException.class, () -> network(Shape.of(8, 6, 2), layer))
                        .getMessage());
    }

    @Test
    void refusesBranchesOfOtherShapes() {
        String layers = "name: r\nloss: mean_squared_error\nlayers:\n"
                + "  - conv2d: {filters: 4, kernel_size: 3, name: a}\n"
                + "  - conv2d: {filters: 4, kernel_size: 3, name: b, from: input, strides: 2}\n";
        String remedy = "; put a convolution with the missing strides or filters, or a pooling, into one branch";
        assertEquals(
                "r.yaml:6: layers[2].add: 'a' has shape 6x6x4 and 'b' 3x3x4, expected one shape" + remedy,
                assertThrows(BadInputException.class, () -> branches(layers + "  - add: {from: [a, b]}\n"))
                        .getMessage());
        assertEquals(
                "r.yaml:6: layers[2].concatenate: 'a' has shape 6x6x4 and 'b' 3x3x4, expected one shape apart from the"
                        + " channels" + remedy,
                assertThrows(BadInputException.class, () -> branches(layers + "  - concatenate: {from: [a, b]}\n"))
                        .getMessage());
        assertEquals(
                "r.yaml:7: layers[3].add: 'a' has shape 6x6x4 and 'flatten' 36, expected one shape" + remedy,
                assertThrows(
                                BadInputException.class,
                                () -> branches(layers + "  - flatten\n  - add: {from: [a, flatten]}\n"))
                        .getMessage());
    }

    private static Network branches(String yaml) {
        return Network.of(Recipe.parse("r.yaml", yaml), Shape.of(8, 8, 2), 3);
    }

    @Test
    void keepsWhatSomethingElseReads() {
        Network network = branches("""
                name: r
                loss: mean_squared_error
                layers:
                  - conv2d: {filters: 2, kernel_size: 1, name: a}
                  - batch_normalization: {name: norm}
                  - activation: {function: relu, name: relu}
                  - conv2d: {filters: 2, kernel_size: 1, name: b}
                  - batch_normalization: {name: folded}
                  - add: {from: [a, folded, relu, norm]}
                  - activation: relu6
                """);
        Graph graph = ExportNetwork.of("r", network, Weights.initial(network, new SplittableRandom(1)), ModelCard.EMPTY)
                .graph();
        assertEquals(
                List.of("a", "norm", "relu", "b", "add_part", "add_part_1", "add"),
                graph.nodes().stream()
                        .map(node -> graph.tensor(node.output()).name())
                        .toList());
        assertEquals(
                Activation.RELU6, ((Operator.Binary) graph.nodes().getLast().operator()).activation());
    }

    @Test
    void refusesImageLayersForSignals() {
        assertEquals(
                "r.yaml:5: layers[1].conv2d: its input has shape 126x4, expected [height, width, channels]; use the 1d"
                        + " layer, or put reshape before it",
                assertThrows(
                                BadInputException.class,
                                () -> network(
                                        Shape.of(128, 9),
                                        "conv1d: {filters: 4, kernel_size: 3}",
                                        "conv2d: {filters: 4, kernel_size: 3}"))
                        .getMessage());
    }

    @Test
    void namesTensorsAfterLayers() {
        Network network = network(
                Shape.of(8, 8, 1),
                "conv2d: {filters: 2, kernel_size: 3, use_bias: false}",
                "batch_normalization",
                "activation: relu",
                "conv2d: {filters: 2, kernel_size: 3, activation: tanh}",
                "flatten",
                "dense: {units: 2, activation: softmax, name: answer}");
        Weights weights = Weights.initial(network, new SplittableRandom(1));
        Graph graph = ExportNetwork.of("r", network, weights, ModelCard.EMPTY).graph();
        assertEquals(
                List.of(
                        "input",
                        "conv2d_kernel",
                        "conv2d_bias",
                        "conv2d",
                        "conv2d_1_kernel",
                        "conv2d_1_bias",
                        "conv2d_1",
                        "conv2d_1_tanh",
                        "flatten",
                        "answer_kernel",
                        "answer_bias",
                        "answer",
                        "answer_softmax"),
                graph.tensors().stream().map(Tensor::name).toList());
        assertEquals(
                Activation.RELU, ((Operator.Conv2d) graph.nodes().getFirst().operator()).activation());
        assertEquals(Shape.of(1, 8, 8, 1), graph.tensor(0).shape());
    }

    /** One dense weight 3 and bias 1, gamma 4, beta 0.5, mean 2, variance 3.99 + epsilon 0.01: scale 2. */
    @Test
    void foldsBatchNormalizationIntoTheLayerBeforeIt() {
        Network network = network(Shape.of(1), "dense: {units: 1}", "batch_normalization: {epsilon: 0.01}");
        Weights weights = Weights.of(
                network.parameters(),
                List.of(
                        new float[] {3},
                        new float[] {1},
                        new float[] {4},
                        new float[] {0.5f},
                        new float[] {2},
                        new float[] {3.99f}));
        Graph graph = ExportNetwork.of("r", network, weights, ModelCard.EMPTY).graph();
        assertEquals(1, graph.nodes().size());
        assertArrayEquals(new float[] {6}, graph.tensor(1).data().orElseThrow().floats(), 1e-6f);
        assertArrayEquals(
                new float[] {-1.5f}, graph.tensor(2).data().orElseThrow().floats(), 1e-6f);
    }

    /** Of [40, 60]: fan in 40, fan out 60. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            glorot_uniform                                        | 0      | 0.1414 | 0.2449
            glorot_normal                                         | 0      | 0.1414 | 0.3215
            he_uniform                                            | 0      | 0.2236 | 0.3873
            he_normal                                             | 0      | 0.2236 | 0.5084
            orthogonal                                            | 0      | 0.1291 | 1
            zeros                                                 | 0      | 0      | 0
            ones                                                  | 1      | 0      | 1
            {random_uniform: {minval: 1, maxval: 4}}              | 2.5    | 0.8660 | 4
            {random_normal: {mean: -1, stddev: 0.5}}              | -1     | 0.5    | 4
            """)
    void startsAsTheInitializerSays(String initializer, double mean, double deviation, double largest) {
        Network network = network(Shape.of(40), "dense: {units: 60, kernel_initializer: " + initializer + "}");
        float[] kernel = Weights.initial(network, new SplittableRandom(1)).get("dense/kernel");
        double sum = 0;
        double squares = 0;
        for (float weight : kernel) {
            sum += weight;
            squares += (weight - mean) * (weight - mean);
            assertTrue(Math.abs(weight) <= largest, "weight " + weight);
        }
        // Three deviations of the mean of 2400 values, and of their deviation.
        assertEquals(mean, sum / kernel.length, 3 * deviation / 49 + 1e-9);
        assertEquals(deviation, Math.sqrt(squares / kernel.length), 3 * deviation / 69 + 1e-9);
    }

    @Test
    void startsWithRowsAtRightAngles() {
        Network network = network(Shape.of(3), "dense: {units: 5, kernel_initializer: orthogonal}");
        float[] kernel = Weights.initial(network, new SplittableRandom(1)).get("dense/kernel");
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double dot = 0;
                for (int i = 0; i < 5; i++) {
                    dot += kernel[a * 5 + i] * kernel[b * 5 + i];
                }
                assertEquals(a == b ? 1 : 0, dot, 1e-6);
            }
        }
    }

    @Test
    void startsWithinGlorotsLimit() {
        Network network = network(Shape.of(8, 8, 2), "conv2d: {filters: 4, kernel_size: 3}");
        float[] kernel = Weights.initial(network, new SplittableRandom(1)).get("conv2d/kernel");
        // sqrt(6 / (9 * 2 + 9 * 4))
        double limit = 1.0 / 3;
        double largest = 0;
        for (float weight : kernel) {
            largest = Math.max(largest, Math.abs(weight));
        }
        assertEquals(limit, largest, 0.02);
    }
}
