package dev.mote.model.stream;

import dev.mote.model.frontend.FrontEnd;
import dev.mote.model.frontend.ImageFrontEnd;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization;
import dev.mote.model.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the plan of a model that has no obstacle. */
final class StreamPlans {
    private StreamPlans() {}

    static StreamPlan of(Int8Model model) {
        ModelCard card = model.graph().card();
        SignalFrontEnd frontEnd = frontEnd(model);
        return new StreamPlan(
                frontEnd.windowLength(),
                frontEnd.stride(),
                card.preparation().channels(),
                frontEnd.rateHertz(),
                frontEnd.fullScale(),
                card.labels(),
                model.outputQuantization(),
                model.graph().tensor(model.graph().outputs().getFirst()).shape().elements(),
                card.postProcessing());
    }

    /** That of the model; for a file from before there were any, one that leaves the samples as they are. */
    static SignalFrontEnd frontEnd(Int8Model model) {
        return signals(model.graph().card().frontEnd()).orElseGet(() -> plain(model));
    }

    static Optional<SignalFrontEnd> signals(Optional<FrontEnd> frontEnd) {
        return frontEnd.flatMap(some -> switch (some) {
            case SignalFrontEnd signals -> Optional.of(signals);
            case ImageFrontEnd _ -> Optional.empty();
        });
    }

    private static SignalFrontEnd plain(Int8Model model) {
        InputPreparation preparation = model.graph().card().preparation();
        Shape input = model.graph().tensor(model.graph().inputs().getFirst()).shape();
        int channels = preparation.channels().isEmpty()
                ? input.dimension(-1)
                : preparation.channels().size();
        int length = input.elements() / channels;
        return new SignalFrontEnd(
                preparation.rateHertz(),
                length,
                Math.max(1, length / 2),
                fullScale(preparation, model.inputQuantization(), channels),
                List.of());
    }

    /** The smallest power of two that is not below any value which the input tensor can hold. */
    private static List<Float> fullScale(InputPreparation preparation, Quantization.PerTensor input, int channels) {
        double largest =
                Math.max(Math.abs(input.dequantize(Byte.MIN_VALUE)), Math.abs(input.dequantize(Byte.MAX_VALUE)));
        List<Float> fullScale = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            double physical = largest;
            if (!preparation.offset().isEmpty()) {
                int entry = channel % preparation.offset().size();
                physical = largest / Math.abs(preparation.factor().get(entry))
                        + Math.abs(preparation.offset().get(entry));
                float knee =
                        preparation.knee().isEmpty() ? 0 : preparation.knee().get(entry);
                physical = knee == 0 ? physical : knee * Math.sinh(physical);
            }
            fullScale.add((float) Math.pow(2, Math.ceil(Math.log(physical) / Math.log(2))));
        }
        return fullScale;
    }
}
