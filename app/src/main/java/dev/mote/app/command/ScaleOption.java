package dev.mote.app.command;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --scale}, for models of other tools, which do not say how samples become their input. */
final class ScaleOption {
    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            description =
                    "Multiplies every value of a sample, as 0.00392157 for pixels in 0..1. Default: what the model file says.")
    private Float factor;

    /** Of the model's card, unless the option is given. */
    InputPreparation preparation(Graph graph) {
        InputPreparation own = graph.card().preparation();
        if (factor == null) {
            return own;
        }
        return new InputPreparation(
                own.unit(), own.channels(), own.rateHertz(), List.of(), List.of(0f), List.of(factor));
    }
}
