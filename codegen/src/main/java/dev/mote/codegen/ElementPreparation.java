package dev.mote.codegen;

import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.TensorType;
import java.util.List;
import java.util.Optional;

/** How one physical value becomes one element of the input, where it does: stages of a front end make elements of whole windows. */
final class ElementPreparation {
    private ElementPreparation() {}

    /** Without offsets where {@code <name>_front_end} alone makes the input. */
    static InputPreparation of(Graph graph) {
        InputPreparation whole = graph.card().preparation();
        boolean hasStages =
                graph.card().frontEnd().map(ElementPreparation::hasStages).orElse(false);
        return hasStages
                ? new InputPreparation(
                        whole.unit(), whole.channels(), whole.rateHertz(), List.of(), List.of(), List.of())
                : whole;
    }

    /** That of an int8 model which reads windows of a sensor's counts. */
    static Optional<SignalFrontEnd> signals(Graph graph) {
        return graph.card().frontEnd().filter(some -> isInt8(graph)).flatMap(some -> switch (some) {
            case SignalFrontEnd signals -> Optional.of(signals);
            case ImageFrontEnd _ -> Optional.empty();
        });
    }

    private static boolean isInt8(Graph graph) {
        return !graph.inputs().isEmpty()
                && graph.tensor(graph.inputs().getFirst()).type() == TensorType.INT8;
    }

    private static boolean hasStages(FrontEnd frontEnd) {
        return switch (frontEnd) {
            case SignalFrontEnd signals -> !signals.stages().isEmpty();
            case ImageFrontEnd _ -> false;
        };
    }
}
