package dev.mote.trainer.network;

import dev.mote.model.graph.Operator.PoolKind;
import dev.mote.trainer.recipe.ActivationFunction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which values of a network share an int8 range, and which are rounded at all. The rules are those of the quantizer
 * (docs/quantization.md): what only moves or selects elements keeps the range of its input, and some kernels have their range built in.
 */
final class RangeGroups {
    /** Of sigmoid and softmax: 1/256 a step. */
    private static final ValueRange UNIT_INTERVAL = new ValueRange(0, 255.0 / 256);

    /** Of tanh: 1/128 a step. */
    private static final ValueRange SIGNED_UNIT = new ValueRange(-1, 127.0 / 128);

    private final Network network;
    private final FusedActivations fused;
    /** By stage index, the input included: another member of the group, or itself. */
    private final Map<Integer, Integer> parents = new HashMap<>();

    RangeGroups(Network network) {
        this.network = network;
        this.fused = FusedActivations.in(network);
        for (int index = Network.INPUT; index < network.stages().size(); index++) {
            parents.put(index, index);
        }
        for (int index = 0; index < network.stages().size(); index++) {
            if (keepsRange(stage(index))) {
                join(index);
            }
        }
    }

    private void join(int index) {
        for (int input : network.stages().get(index).inputs()) {
            boolean several = network.stages().get(index).inputs().size() > 1;
            if (!several || fixed(input).isEmpty()) {
                parents.put(Math.max(group(input), group(index)), Math.min(group(input), group(index)));
            }
        }
    }

    /** The group of what stage {@code index} writes, named by its first member. */
    int group(int index) {
        int root = index;
        while (parents.get(root) != root) {
            root = parents.get(root);
        }
        return root;
    }

    /** Whether the int8 model rounds what stage {@code index} writes: not before a fused activation, and not what is rounded already. */
    boolean isRounded(int index) {
        if (index == Network.INPUT) {
            return true;
        }
        if (fused.byStage().containsKey(index)) {
            return false;
        }
        return switch (stage(index)) {
            case Stage.Reshape _ -> false;
            case Stage.Pool pool -> pool.kind() != PoolKind.MAX;
            case Stage.Concatenate _ ->
                network.stages().get(index).inputs().stream().anyMatch(input -> group(input) != group(index));
            case Stage.GlobalMax _, Stage.ZeroPad _ -> false;
            case Stage.Weighted _, Stage.Lstm _, Stage.GlobalAverage _, Stage.Add _, Stage.Activate _ -> true;
            case Stage.BatchNorm _, Stage.TrainingOnly _, Stage.Round _ ->
                throw new IllegalStateException("not folded: " + stage(index).name());
        };
    }

    /** The range that the kernel of the stage has built in. */
    Optional<ValueRange> fixed(int index) {
        if (group(index) == Network.INPUT || !(stage(group(index)) instanceof Stage.Activate activate)) {
            return Optional.empty();
        }
        return switch (activate.function().kind()) {
            case SIGMOID, SOFTMAX -> Optional.of(UNIT_INTERVAL);
            case TANH -> Optional.of(SIGNED_UNIT);
            case LINEAR, RELU, RELU6, LEAKY_RELU, ELU, SELU, HARD_SIGMOID, SWISH, HARD_SWISH, SOFTPLUS, STEP ->
                Optional.empty();
        };
    }

    /** What the only reader of stage {@code index} can tell apart, if it is such an activation. */
    Optional<ValueRange> useful(int index) {
        return network.stages().stream()
                .filter(placed -> placed.inputs().contains(index))
                .map(Network.Placed::stage)
                .map(RangeGroups::useful)
                .reduce((first, second) -> Optional.empty())
                .flatMap(range -> range);
    }

    private static Optional<ValueRange> useful(Stage reader) {
        if (!(reader instanceof Stage.Activate(String _, ActivationFunction function))) {
            return Optional.empty();
        }
        return switch (function.kind()) {
            case SIGMOID -> Optional.of(new ValueRange(-8, 8));
            case TANH -> Optional.of(new ValueRange(-4, 4));
            case LINEAR, RELU, RELU6, LEAKY_RELU, ELU, SELU, HARD_SIGMOID, SWISH, HARD_SWISH, SOFTPLUS, STEP, SOFTMAX ->
                Optional.empty();
        };
    }

    private Stage stage(int index) {
        return network.stages().get(index).stage();
    }

    private static boolean keepsRange(Stage stage) {
        return switch (stage) {
            case Stage.Pool _, Stage.Reshape _, Stage.Concatenate _, Stage.GlobalMax _, Stage.ZeroPad _ -> true;
            case Stage.Weighted _, Stage.Lstm _, Stage.GlobalAverage _, Stage.Add _, Stage.Activate _ -> false;
            case Stage.BatchNorm _, Stage.TrainingOnly _, Stage.Round _ -> false;
        };
    }
}
