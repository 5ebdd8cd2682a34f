package dev.mote.trainer.network;

import dev.mote.model.graph.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Conv -> Relu  becomes  Conv(relu)}; so do depthwise and dense, and relu6. Other activations stay operators. */
final class FuseActivation {
    private FuseActivation() {}

    static List<ExportStep> in(List<ExportStep> steps) {
        List<ExportStep> fused = new ArrayList<>();
        for (ExportStep step : steps) {
            Optional<Activation> activation = clamp(step);
            if (activation.isPresent()
                    && !fused.isEmpty()
                    && fused.getLast() instanceof ExportStep.Linear linear
                    && linear.activation() == Activation.NONE) {
                fused.removeLast();
                fused.add(linear.with(activation.get()));
            } else {
                fused.add(step);
            }
        }
        return fused;
    }

    private static Optional<Activation> clamp(ExportStep step) {
        if (!(step instanceof ExportStep.Plain plain && plain.stage() instanceof Stage.Activate activate)) {
            return Optional.empty();
        }
        return switch (activate.function().kind()) {
            case RELU -> Optional.of(Activation.RELU);
            case RELU6 -> Optional.of(Activation.RELU6);
            case LINEAR, LEAKY_RELU, SIGMOID, TANH, SOFTMAX -> Optional.empty();
        };
    }
}
