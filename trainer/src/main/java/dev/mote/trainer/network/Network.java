package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Kernel;
import dev.mote.trainer.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages of a network with the shapes between them.
 *
 * @param inputShape of one sample
 */
public record Network(Shape inputShape, List<Placed> stages) {
    /** A stage with the shapes of one sample before and after it. */
    public record Placed(Stage stage, Shape in, Shape out) {}

    public Network {
        stages = List.copyOf(stages);
    }

    /**
     * @param classes of the data, or target values
     * @throws dev.mote.model.BadInputException naming the layer whose input has the wrong shape, and what to do
     */
    public static Network of(Recipe recipe, Shape inputShape, int classes) {
        return new LowerLayers(recipe, inputShape, classes).network();
    }

    public Shape outputShape() {
        return stages.getLast().out();
    }

    /** Every array of weights, in the order of the stages. */
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Placed placed : stages) {
            switch (placed.stage()) {
                case Stage.Conv conv -> {
                    parameters.add(kernel(conv.name(), shape(conv.kernel(), conv.inputs(), conv.filters())));
                    addBias(conv.useBias(), conv.name(), conv.filters(), parameters);
                }
                case Stage.Depthwise conv -> {
                    parameters.add(kernel(conv.name(), shape(conv.kernel(), conv.inputs(), conv.multiplier())));
                    addBias(conv.useBias(), conv.name(), conv.inputs() * conv.multiplier(), parameters);
                }
                case Stage.Dense dense -> {
                    parameters.add(kernel(dense.name(), Shape.of(dense.inputs(), dense.units())));
                    addBias(dense.useBias(), dense.name(), dense.units(), parameters);
                }
                case Stage.BatchNorm norm -> addBatchNorm(norm, parameters);
                case Stage.Plain plain -> {}
                case Stage.Dropout dropout -> {}
            }
        }
        return parameters;
    }

    private static Shape shape(Kernel kernel, int inputs, int outputs) {
        return Shape.of(kernel.height(), kernel.width(), inputs, outputs);
    }

    private static Parameter kernel(String stage, Shape shape) {
        return new Parameter(stage + "/kernel", shape, Parameter.Initial.GLOROT_UNIFORM);
    }

    private static void addBias(boolean useBias, String stage, int outputs, List<Parameter> parameters) {
        if (useBias) {
            parameters.add(new Parameter(stage + "/bias", Shape.of(outputs), Parameter.Initial.ZEROS));
        }
    }

    private static void addBatchNorm(Stage.BatchNorm norm, List<Parameter> parameters) {
        Shape shape = Shape.of(norm.channels());
        parameters.add(new Parameter(norm.name() + "/gamma", shape, Parameter.Initial.ONES));
        parameters.add(new Parameter(norm.name() + "/beta", shape, Parameter.Initial.ZEROS));
        parameters.add(new Parameter(norm.name() + "/moving_mean", shape, Parameter.Initial.ZEROS));
        parameters.add(new Parameter(norm.name() + "/moving_variance", shape, Parameter.Initial.ONES));
    }
}
