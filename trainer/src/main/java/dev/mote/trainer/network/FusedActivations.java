package dev.mote.trainer.network;

import dev.mote.model.graph.Activation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which activations disappear into the stage before them: {@code Conv -> Relu  becomes  Conv(relu)}; so do depthwise, dense and add,
 * and relu6. Of a step, only its clamp to [-1, 1] does, which leaves int8 the values around the threshold. A stage that anything else
 * reads keeps its own output, and other activations stay operators.
 *
 * @param byStage the activation that a stage takes over, by the index of that stage
 * @param before the stage that an activation disappears into, by the index of the activation
 */
public record FusedActivations(Map<Integer, Activation> byStage, Map<Integer, Integer> before) {
    public FusedActivations {
        byStage = Collections.unmodifiableMap(byStage);
        before = Collections.unmodifiableMap(before);
    }

    public static FusedActivations in(Network network) {
        Map<Integer, Activation> byStage = new HashMap<>();
        Map<Integer, Integer> before = new HashMap<>();
        for (int index = 0; index < network.stages().size(); index++) {
            Network.Placed placed = network.stages().get(index);
            Optional<Activation> clamp = clamp(placed.stage());
            int input = placed.input();
            if (clamp.isPresent() && input != Network.INPUT && canFuse(network, input)) {
                byStage.put(input, clamp.get());
                if (clamp.get() != Activation.RELU_N1_TO_1) {
                    before.put(index, input);
                }
            }
        }
        return new FusedActivations(byStage, before);
    }

    /** What stage {@code index} does to its sum. */
    public Activation at(int index) {
        return byStage.getOrDefault(index, Activation.NONE);
    }

    private static boolean canFuse(Network network, int index) {
        Stage stage = network.stages().get(index).stage();
        return (stage instanceof Stage.Weighted || stage instanceof Stage.Add) && network.readers(index) == 1;
    }

    private static Optional<Activation> clamp(Stage stage) {
        if (!(stage instanceof Stage.Activate activate)) {
            return Optional.empty();
        }
        return switch (activate.function().kind()) {
            case RELU -> Optional.of(Activation.RELU);
            case RELU6 -> Optional.of(Activation.RELU6);
            case STEP -> Optional.of(Activation.RELU_N1_TO_1);
            case LINEAR, LEAKY_RELU, ELU, SELU, SIGMOID, HARD_SIGMOID, TANH -> Optional.empty();
            case SWISH, HARD_SWISH, SOFTPLUS, SOFTMAX -> Optional.empty();
        };
    }
}
