package dev.mote.trainer.network;

import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Kernel;
import dev.mote.trainer.recipe.WeightOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Batch normalization disappears from the trained network: {@code Conv -> BatchNorm  becomes  Conv'}, also after a depthwise
 * convolution or a dense stage. Where no such stage stands right before it (after an activation, a pooling), or something else reads
 * that stage too, it becomes a depthwise convolution of 1x1, which is exact everywhere. What only
 * disturbs the training is left out.
 */
final class FoldBatchNorm {
    private final Network network;
    private final Weights weights;
    private final List<Network.Placed> stages = new ArrayList<>();
    private final Map<String, float[]> arrays = new HashMap<>();
    /** Where the output of each old stage is among the new ones. */
    private final Map<Integer, Integer> moved = new HashMap<>(Map.of(Network.INPUT, Network.INPUT));

    FoldBatchNorm(Network network, Weights weights) {
        this.network = network;
        this.weights = weights;
    }

    FoldedNetwork folded() {
        for (int index = 0; index < network.stages().size(); index++) {
            moved.put(index, add(network.stages().get(index)));
        }
        Network folded = new Network(network.inputShape(), stages);
        List<Parameter> parameters = folded.parameters();
        List<float[]> values = parameters.stream()
                .map(parameter -> arrays.get(parameter.name()))
                .toList();
        return new FoldedNetwork(folded, Weights.of(parameters, values));
    }

    /** @return where its output is */
    private int add(Network.Placed placed) {
        List<Integer> inputs = placed.inputs().stream().map(moved::get).toList();
        return switch (placed.stage()) {
            case Stage.Weighted weighted -> {
                copy(weighted.name() + "/kernel");
                copy(weighted.name() + "/bias");
                yield add(weighted, inputs, placed.in(), placed.out());
            }
            case Stage.Plain plain -> add(plain, inputs, placed.in(), placed.out());
            case Stage.BatchNorm norm -> batchNorm(norm, placed);
            case Stage.Lstm lstm -> {
                LstmWeights.parameters(lstm).forEach(parameter -> copy(parameter.name()));
                yield add(lstm, inputs, placed.in(), placed.out());
            }
            case Stage.TrainingOnly _, Stage.Round _ -> inputs.getFirst();
        };
    }

    private int add(Stage stage, List<Integer> inputs, Shape in, Shape out) {
        stages.add(new Network.Placed(stage, inputs, in, out));
        return stages.size() - 1;
    }

    private void copy(String parameter) {
        if (weights.has(parameter)) {
            arrays.put(parameter, weights.get(parameter));
        }
    }

    private int batchNorm(Stage.BatchNorm norm, Network.Placed placed) {
        int input = moved.get(placed.input());
        if (isReadHereOnly(placed.input()) && stages.get(input).stage() instanceof Stage.Weighted before) {
            fold(norm, input, before);
            return input;
        }
        Shape in = placed.in();
        Shape image = in.rank() == 1 ? Shape.of(1, 1, norm.channels()) : in;
        Stage standing = new Stage.Depthwise(
                norm.name(), new Kernel(1, 1, 1, 1, Padding.VALID), norm.channels(), 1, true, WeightOptions.DEFAULT);
        arrays.put(norm.name() + "/kernel", floats(scale(norm)));
        arrays.put(norm.name() + "/bias", bias(norm, new float[norm.channels()]));
        if (in.rank() != 1) {
            return add(standing, List.of(input), image, image);
        }
        int lifted = add(new Stage.Reshape(norm.name() + "_image", image), List.of(input), in, image);
        int scaled = add(standing, List.of(lifted), image, image);
        return add(new Stage.Reshape(norm.name() + "_vector", in), List.of(scaled), image, in);
    }

    /** Dropouts between the normalization and a stage with weights do not count. */
    private boolean isReadHereOnly(int index) {
        if (index == Network.INPUT || network.readers(index) != 1) {
            return false;
        }
        Network.Placed placed = network.stages().get(index);
        return !(placed.stage() instanceof Stage.TrainingOnly) || isReadHereOnly(placed.input());
    }

    /** kernel' = kernel * scale; bias' = (bias - mean) * scale + beta. The output channel is innermost in every kernel. */
    private void fold(Stage.BatchNorm norm, int index, Stage.Weighted before) {
        double[] scale = scale(norm);
        float[] kernel = arrays.get(before.name() + "/kernel");
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (kernel[i] * scale[i % scale.length]);
        }
        float[] old = arrays.getOrDefault(before.name() + "/bias", new float[scale.length]);
        arrays.put(before.name() + "/bias", bias(norm, old));
        Network.Placed placed = stages.get(index);
        stages.set(index, new Network.Placed(before.withBias(), placed.inputs(), placed.in(), placed.out()));
    }

    private double[] scale(Stage.BatchNorm norm) {
        float[] gamma = weights.get(norm.name() + "/gamma");
        float[] variance = weights.get(norm.name() + "/moving_variance");
        double[] scale = new double[norm.channels()];
        Arrays.setAll(scale, c -> gamma[c] / Math.sqrt(variance[c] + norm.epsilon()));
        return scale;
    }

    private float[] bias(Stage.BatchNorm norm, float[] old) {
        double[] scale = scale(norm);
        float[] mean = weights.get(norm.name() + "/moving_mean");
        float[] beta = weights.get(norm.name() + "/beta");
        float[] bias = new float[scale.length];
        for (int c = 0; c < bias.length; c++) {
            bias[c] = (float) (((double) old[c] - mean[c]) * scale[c] + beta[c]);
        }
        return bias;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
