package dev.mote.app.command;

import dev.mote.model.frontend.InputPath;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --scale}, for models of other tools, which do not say how samples become their input. */
final class ScaleOption {
    @Option(
            names = "--scale",
            paramLabel = "FACTOR",
            converter = PositiveNumber.class,
            description =
                    "Multiplies every value of a sample, as 0.00392157 for pixels in 0..1. Default: what the model file says.")
    private Float factor;

    /** Nothing that turns all samples into the same one. */
    static final class PositiveNumber implements ITypeConverter<Float> {
        @Override
        public Float convert(String text) {
            try {
                float factor = Float.parseFloat(text);
                if (factor > 0 && Float.isFinite(factor)) {
                    return factor;
                }
            } catch (NumberFormatException e) {
                // Refused below, as are numbers out of range.
            }
            throw new TypeConversionException("'" + text + "' is not a number above 0");
        }
    }

    /** What the model's card says, unless the option is given. */
    InputPath path(Graph graph) {
        if (factor == null) {
            return InputPath.of(graph);
        }
        InputPreparation own = graph.card().preparation();
        InputPreparation scaled = new InputPreparation(
                own.unit(), own.channels(), own.rateHertz(), List.of(), List.of(0f), List.of(factor));
        return InputPath.of(scaled, graph.card().frontEnd());
    }

    /** Whether nothing says how samples become the input of {@code graph}: they are taken as they are. */
    boolean isUnknown(Graph graph) {
        return factor == null && !graph.metadata().containsKey(ModelCard.KEY);
    }
}
