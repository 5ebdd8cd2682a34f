package dev.mote.trainer.tensorflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.model.graph.FloatModel;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.OperatorNames;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.Floats;
import dev.mote.trainer.network.ExportNetwork;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Recipe;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The exported model answers as TensorFlow does, for each layer and with any weights. */
class ExportEqualsTensorFlowTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(11);

    /** @param operators expected in the exported model */
    private record Case(String name, Shape input, String layers, List<String> operators) {}

    private static final List<Case> CASES = List.of(
            image(
                    "conv, same, stride 2",
                    "conv2d: {filters: 3, kernel_size: 3, strides: 2, padding: same, activation: relu}",
                    "CONV_2D"),
            image("conv, kernel 2x3, no bias", "conv2d: {filters: 5, kernel_size: [2, 3], use_bias: false}", "CONV_2D"),
            image(
                    "depthwise",
                    "depthwise_conv2d: {kernel_size: 3, depth_multiplier: 2, padding: same, activation: relu6}",
                    "DEPTHWISE_CONV_2D"),
            image("depthwise, stride 2", "depthwise_conv2d: {kernel_size: [3, 2], strides: 2}", "DEPTHWISE_CONV_2D"),
            image(
                    "separable",
                    "separable_conv2d: {filters: 6, kernel_size: 3, strides: 2, padding: same, activation: tanh}",
                    "DEPTHWISE_CONV_2D",
                    "CONV_2D",
                    "TANH"),
            image("max pooling", "max_pooling2d: {pool_size: 2}", "MAX_POOL_2D"),
            image("max pooling, same", "max_pooling2d: {pool_size: 3, strides: 2, padding: same}", "MAX_POOL_2D"),
            image(
                    "average pooling, same",
                    "average_pooling2d: {pool_size: [3, 2], strides: 2, padding: same}",
                    "AVERAGE_POOL_2D"),
            image("global average", "global_average_pooling2d", "MEAN"),
            image("global max", "global_max_pooling2d", "REDUCE_MAX"),
            image("zero padding", "zero_padding2d: {padding: [[1, 2], [0, 3]]}", "PAD"),
            image(
                    "training only",
                    "gaussian_noise: {stddev: 1}\n  - spatial_dropout2d: {rate: 0.5}\n  - flatten",
                    "RESHAPE"),
            image("flatten", "flatten", "RESHAPE"),
            image("reshape", "reshape: {target_shape: [5, -1, 2]}", "RESHAPE"),
            image("leaky relu", "activation: {function: {leaky_relu: {negative_slope: 0.3}}}", "LEAKY_RELU"),
            image("sigmoid", "activation: sigmoid", "LOGISTIC"),
            image("tanh", "activation: tanh", "TANH"),
            image("elu", "activation: elu", "ELU"),
            image("selu", "activation: selu", "ELU", "LEAKY_RELU", "MUL"),
            image("hard sigmoid", "activation: hard_sigmoid", "ADD", "MUL"),
            image("swish", "activation: swish", "LOGISTIC", "MUL"),
            image("silu", "activation: silu", "LOGISTIC", "MUL"),
            image("hard swish", "activation: hard_silu", "HARD_SWISH"),
            image("softplus", "activation: softplus", "ABS", "LOGISTIC", "LOG", "RELU", "SUB"),
            image("step alone", "activation: step", "MUL", "FLOOR", "ADD"),
            image(
                    "step after conv",
                    "conv2d: {filters: 3, kernel_size: 3, activation: step}",
                    "CONV_2D",
                    "FLOOR",
                    "ADD"),
            image("relu alone", "activation: relu", "RELU"),
            image("relu6 alone", "activation: relu6", "RELU6"),
            image("normalization alone", "batch_normalization", "DEPTHWISE_CONV_2D"),
            image(
                    "normalization after conv",
                    "conv2d: {filters: 3, kernel_size: 3, use_bias: false}\n  - batch_normalization\n  - activation: relu",
                    "CONV_2D"),
            image(
                    "normalization after relu",
                    "conv2d: {filters: 3, kernel_size: 3, activation: relu}\n  - batch_normalization",
                    "CONV_2D",
                    "DEPTHWISE_CONV_2D"),
            image(
                    "normalization after depthwise",
                    "depthwise_conv2d: {kernel_size: 3, depth_multiplier: 2}\n  - dropout: {rate: 0.5}\n  - batch_normalization: {epsilon: 0.01}\n  - activation: relu6",
                    "DEPTHWISE_CONV_2D"),
            image(
                    "normalization after separable",
                    "separable_conv2d: {filters: 4, kernel_size: 3}\n  - batch_normalization",
                    "DEPTHWISE_CONV_2D",
                    "CONV_2D"),
            image(
                    "normalization after dense",
                    "flatten\n  - dense: {units: 4}\n  - batch_normalization\n  - activation: relu",
                    "RESHAPE",
                    "FULLY_CONNECTED"),
            image(
                    "normalization of a vector",
                    "flatten\n  - batch_normalization",
                    "RESHAPE",
                    "RESHAPE",
                    "DEPTHWISE_CONV_2D",
                    "RESHAPE"),
            image(
                    "softmax",
                    "flatten\n  - dense: {units: 4, activation: softmax}",
                    "RESHAPE",
                    "FULLY_CONNECTED",
                    "SOFTMAX"),
            signal(
                    "conv1d",
                    "conv1d: {filters: 4, kernel_size: 3, strides: 2, padding: same, activation: relu}",
                    "RESHAPE",
                    "CONV_2D"),
            signal(
                    "separable_conv1d",
                    "separable_conv1d: {filters: 4, kernel_size: 5, strides: 2, padding: same}",
                    "RESHAPE",
                    "DEPTHWISE_CONV_2D",
                    "CONV_2D"),
            signal(
                    "separable_conv1d, valid",
                    "separable_conv1d: {filters: 4, kernel_size: 3, strides: 3, depth_multiplier: 2}",
                    "RESHAPE",
                    "DEPTHWISE_CONV_2D",
                    "CONV_2D"),
            signal("max_pooling1d", "max_pooling1d: {pool_size: 3, padding: same}", "RESHAPE", "MAX_POOL_2D"),
            signal("average_pooling1d", "average_pooling1d: {pool_size: 2, strides: 1}", "RESHAPE", "AVERAGE_POOL_2D"),
            signal("global_average_pooling1d", "global_average_pooling1d", "RESHAPE", "MEAN"),
            signal("global_max_pooling1d", "global_max_pooling1d", "RESHAPE", "REDUCE_MAX"),
            signal("zero_padding1d", "zero_padding1d: {padding: [4, 0]}", "RESHAPE", "PAD"),
            signal(
                    "lstm",
                    "lstm: {units: 4, dropout: 0.5}",
                    "RESHAPE",
                    "RESHAPE",
                    "UNIDIRECTIONAL_SEQUENCE_LSTM",
                    "SLICE",
                    "RESHAPE"),
            signal(
                    "lstm, sequences",
                    "lstm: {units: 5, return_sequences: true}",
                    "RESHAPE",
                    "RESHAPE",
                    "UNIDIRECTIONAL_SEQUENCE_LSTM",
                    "RESHAPE"),
            signal("flatten of a signal", "flatten\n  - dense: {units: 2}", "RESHAPE", "FULLY_CONNECTED"),
            signal(
                    "flatten after conv1d",
                    "conv1d: {filters: 2, kernel_size: 3}\n  - flatten\n  - dense: {units: 2}",
                    "RESHAPE",
                    "CONV_2D",
                    "RESHAPE",
                    "FULLY_CONNECTED"));

    private static Case image(String name, String layers, String... operators) {
        return new Case(name, Shape.of(7, 5, 2), layers, List.of(operators));
    }

    private static Case signal(String name, String layers, String... operators) {
        return new Case(name, Shape.of(11, 3), layers, List.of(operators));
    }

    @TestFactory
    List<DynamicTest> exportsWhatTensorFlowComputes() {
        return CASES.stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each)))
                .toList();
    }

    private static void check(Case each) {
        Recipe recipe = Recipe.parse(
                each.name(), "name: layer\nlayers:\n  - " + each.layers() + "\nloss: mean_squared_error\n");
        Network network = Network.of(recipe, each.input(), 2);
        Weights weights = anyWeights(network);
        FloatModel model = ExportNetwork.of("layer", network, weights, ModelCard.EMPTY);
        assertEquals(
                each.operators(),
                model.graph().nodes().stream()
                        .map(node -> OperatorNames.of(node.operator()))
                        .toList());
        float[] input = Floats.random(each.input().elements(), RANDOM);
        try (Inference session = new Inference(network, weights)) {
            assertArrayEquals(session.predict(input), Floats.run(model, input), 2e-6f);
        }
    }

    /** Variances have to be positive; moving averages are not where they start. */
    static Weights anyWeights(Network network) {
        List<float[]> arrays = network.parameters().stream()
                .map(parameter -> {
                    float[] values = Floats.random(parameter.shape().elements(), RANDOM);
                    for (int i = 0; i < values.length; i++) {
                        values[i] = parameter.name().endsWith("variance") ? 0.5f + Math.abs(values[i]) : values[i];
                    }
                    return values;
                })
                .toList();
        List<Parameter> parameters = network.parameters();
        return Weights.of(parameters, arrays);
    }
}
