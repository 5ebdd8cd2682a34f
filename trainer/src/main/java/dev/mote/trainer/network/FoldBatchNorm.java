package dev.mote.trainer.network;

import dev.mote.model.graph.Activation;
import dev.mote.model.graph.Padding;
import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Batch normalization disappears from the trained network: {@code Conv -> BatchNorm  becomes  Conv'}, also after a depthwise
 * convolution or a dense stage. Where no such stage stands right before it (after an activation, a pooling), it becomes a depthwise
 * convolution of 1x1, which is exact everywhere. Dropout, which does nothing after training, is left out.
 */
final class FoldBatchNorm {
    private final Weights weights;
    private final List<ExportStep> steps = new ArrayList<>();

    private FoldBatchNorm(Weights weights) {
        this.weights = weights;
    }

    static List<ExportStep> of(Network network, Weights weights) {
        FoldBatchNorm fold = new FoldBatchNorm(weights);
        for (Network.Placed placed : network.stages()) {
            fold.add(placed);
        }
        return fold.steps;
    }

    private void add(Network.Placed placed) {
        switch (placed.stage()) {
            case Stage.Weighted weighted -> linear(weighted, placed.out());
            case Stage.Plain plain -> steps.add(new ExportStep.Plain(plain, placed.out()));
            case Stage.BatchNorm norm -> batchNorm(norm, placed.in());
            case Stage.Dropout dropout -> {}
        }
    }

    private void linear(Stage.Weighted stage, Shape out) {
        String name = stage.name();
        float[] bias = weights.has(name + "/bias") ? weights.get(name + "/bias") : new float[0];
        steps.add(new ExportStep.Linear(stage, weights.get(name + "/kernel"), bias, Activation.NONE, out));
    }

    private void batchNorm(Stage.BatchNorm norm, Shape in) {
        double[] scale = scale(norm);
        if (!steps.isEmpty() && steps.getLast() instanceof ExportStep.Linear before) {
            steps.removeLast();
            steps.add(folded(before, norm, scale));
            return;
        }
        boolean vector = in.rank() == 1;
        Shape image = vector ? Shape.of(1, 1, norm.channels()) : in;
        if (vector) {
            steps.add(reshape(norm.name() + "_image", image));
        }
        steps.add(standing(norm, scale, image));
        if (vector) {
            steps.add(reshape(norm.name() + "_vector", in));
        }
    }

    private double[] scale(Stage.BatchNorm norm) {
        float[] gamma = weights.get(norm.name() + "/gamma");
        float[] variance = weights.get(norm.name() + "/moving_variance");
        double[] scale = new double[norm.channels()];
        Arrays.setAll(scale, c -> gamma[c] / Math.sqrt(variance[c] + norm.epsilon()));
        return scale;
    }

    /** kernel' = kernel * scale; bias' = (bias - mean) * scale + beta. The output channel is innermost in every kernel. */
    private ExportStep folded(ExportStep.Linear before, Stage.BatchNorm norm, double[] scale) {
        float[] kernel = before.kernel().clone();
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (kernel[i] * scale[i % before.outputs()]);
        }
        float[] old = before.bias().length == 0 ? new float[before.outputs()] : before.bias();
        return new ExportStep.Linear(before.stage(), kernel, bias(norm, scale, old), Activation.NONE, before.out());
    }

    private ExportStep standing(Stage.BatchNorm norm, double[] scale, Shape image) {
        Kernel point = new Kernel(1, 1, 1, 1, Padding.VALID);
        float[] kernel = new float[scale.length];
        for (int c = 0; c < scale.length; c++) {
            kernel[c] = (float) scale[c];
        }
        return new ExportStep.Linear(
                new Stage.Depthwise(norm.name(), point, scale.length, 1, true),
                kernel,
                bias(norm, scale, new float[scale.length]),
                Activation.NONE,
                image);
    }

    private float[] bias(Stage.BatchNorm norm, double[] scale, float[] old) {
        float[] mean = weights.get(norm.name() + "/moving_mean");
        float[] beta = weights.get(norm.name() + "/beta");
        float[] bias = new float[scale.length];
        for (int c = 0; c < bias.length; c++) {
            bias[c] = (float) (((double) old[c] - mean[c]) * scale[c] + beta[c]);
        }
        return bias;
    }

    private static ExportStep reshape(String name, Shape shape) {
        return new ExportStep.Plain(new Stage.Reshape(name, shape), shape);
    }
}
