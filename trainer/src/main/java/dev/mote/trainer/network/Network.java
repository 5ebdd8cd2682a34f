package dev.mote.trainer.network;

import dev.mote.model.graph.Shape;
import dev.mote.trainer.recipe.Initializer;
import dev.mote.trainer.recipe.Kernel;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.WeightOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * The stages of a network, a graph without cycles: each reads the input or stages before it; the last writes the output.
 *
 * @param inputShape of one sample
 */
public record Network(Shape inputShape, List<Placed> stages) {
    /** Stands for the network's input where the index of a stage is asked for. */
    public static final int INPUT = -1;

    /**
     * A stage in its place.
     *
     * @param inputs indices of the stages that it reads, or {@link #INPUT}
     * @param in shape of one sample of the first input
     * @param out shape of one sample after it
     */
    public record Placed(Stage stage, List<Integer> inputs, Shape in, Shape out) {
        public Placed {
            inputs = List.copyOf(inputs);
        }

        /** Of the first, which most stages have no other beside. */
        public int input() {
            return inputs.getFirst();
        }
    }

    public Network {
        stages = List.copyOf(stages);
        for (int index = 0; index < stages.size(); index++) {
            for (int input : stages.get(index).inputs()) {
                if (input < INPUT || input >= index) {
                    throw new IllegalArgumentException("stage " + index + " reads stage " + input);
                }
            }
        }
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

    /** How often stage {@code index} is read; the network's output counts as read. */
    public int readers(int index) {
        long read = stages.stream()
                .flatMap(placed -> placed.inputs().stream())
                .filter(input -> input == index)
                .count();
        return (int) read + (index == stages.size() - 1 ? 1 : 0);
    }

    /** Whether this is quantization-aware training. */
    public boolean isRounded() {
        return stages.stream().anyMatch(placed -> placed.stage() instanceof Stage.Round);
    }

    /** Every array of weights, in the order of the stages. */
    public List<Parameter> parameters() {
        // Stages of one range name the same parameters.
        SequencedSet<Parameter> parameters = new LinkedHashSet<>();
        for (Placed placed : stages) {
            switch (placed.stage()) {
                case Stage.Conv conv -> {
                    Shape shape = shape(conv.kernel(), conv.inputs(), conv.filters());
                    add(conv, conv.weights(), shape, conv.filters(), parameters);
                }
                case Stage.Depthwise conv -> {
                    Shape shape = shape(conv.kernel(), conv.inputs(), conv.multiplier());
                    add(conv, conv.weights(), shape, conv.inputs() * conv.multiplier(), parameters);
                }
                case Stage.Dense dense -> {
                    Shape shape = Shape.of(dense.inputs(), dense.units());
                    add(dense, dense.weights(), shape, dense.units(), parameters);
                }
                case Stage.BatchNorm norm -> addBatchNorm(norm, parameters);
                case Stage.Round round -> addRange(round, parameters);
                case Stage.Plain plain -> {}
                case Stage.Lstm lstm -> parameters.addAll(LstmWeights.parameters(lstm));
                case Stage.TrainingOnly none -> {}
            }
        }
        return List.copyOf(parameters);
    }

    private static Shape shape(Kernel kernel, int inputs, int outputs) {
        return Shape.of(kernel.height(), kernel.width(), inputs, outputs);
    }

    private static void add(
            Stage.Weighted stage,
            WeightOptions weights,
            Shape kernel,
            int outputs,
            SequencedSet<Parameter> parameters) {
        parameters.add(new Parameter(
                stage.name() + "/kernel", kernel, weights.kernelInitializer(), weights.kernelRegularizer()));
        if (stage.useBias()) {
            parameters.add(new Parameter(
                    stage.name() + "/bias", Shape.of(outputs), Initializer.ZEROS, weights.biasRegularizer()));
        }
    }

    private static void addRange(Stage.Round round, SequencedSet<Parameter> parameters) {
        if (round.kind() != Stage.RangeKind.FIXED) {
            parameters.add(new Parameter(round.low(), Shape.of(1), Initializer.ONES));
            parameters.add(new Parameter(round.high(), Shape.of(1), Initializer.ONES));
        }
    }

    private static void addBatchNorm(Stage.BatchNorm norm, SequencedSet<Parameter> parameters) {
        Shape shape = Shape.of(norm.channels());
        parameters.add(new Parameter(norm.name() + "/gamma", shape, Initializer.ONES));
        parameters.add(new Parameter(norm.name() + "/beta", shape, Initializer.ZEROS));
        parameters.add(new Parameter(norm.name() + "/moving_mean", shape, Initializer.ZEROS));
        parameters.add(new Parameter(norm.name() + "/moving_variance", shape, Initializer.ONES));
    }
}
