package dev.mote.model.stream;

import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.graph.Quantization;
import java.util.ArrayList;
import java.util.List;

/** Reads the plan of a model that has no obstacle. */
final class StreamPlans {
    private StreamPlans() {}

    static StreamPlan of(Int8Model model) {
        ModelCard card = model.graph().card();
        InputPreparation preparation = card.preparation();
        var input = model.graph().tensor(model.graph().inputs().getFirst()).shape();
        var output = model.graph().tensor(model.graph().outputs().getFirst()).shape();
        int channels = preparation.channels().isEmpty()
                ? input.dimension(-1)
                : preparation.channels().size();
        int length = input.elements() / channels;
        return new StreamPlan(
                length,
                Math.max(1, length / 2),
                preparation.channels(),
                preparation.rateHertz(),
                fullScale(preparation, model.inputQuantization(), channels),
                card.labels(),
                model.outputQuantization(),
                output.elements(),
                card.postProcessing());
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
