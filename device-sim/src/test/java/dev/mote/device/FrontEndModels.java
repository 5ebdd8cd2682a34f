package dev.mote.device;

import dev.mote.model.frontend.FrontEndOutput;
import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.frontend.Stage;
import dev.mote.model.frontend.Statistic;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.stream.PostProcessing;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The front ends whose figures docs/front-ends.md tells. */
public enum FrontEndModels {
    /** 128 x 9 counts, each compressed and standardized. */
    SIGNALS(new SignalFrontEnd(50, 128, 64, Collections.nCopies(9, 4f), List.of())),
    /** 128 x 3 counts: all 8 statistics, the logarithm of the power in 4 bands, 2 peaks. */
    NUMBERS(new SignalFrontEnd(
            50,
            128,
            64,
            Collections.nCopies(3, 4f),
            List.of(
                    new Stage.Statistics(List.of(Statistic.values()), List.of()),
                    new Stage.Spectrum(
                            128,
                            List.of(
                                    new Stage.Band(0, 2),
                                    new Stage.Band(2, 4),
                                    new Stage.Band(4, 8),
                                    new Stage.Band(8, 16)),
                            2,
                            true,
                            List.of()))));

    private final SignalFrontEnd frontEnd;

    FrontEndModels(SignalFrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    public int counts() {
        return frontEnd.windowLength() * frontEnd.channels();
    }

    public int outputs() {
        return frontEnd.outputShape().elements();
    }

    /** In front of a model that hands its input on. */
    public Graph graph() {
        List<FrontEndOutput> outputs = frontEnd.program().outputs();
        boolean isSeries = this == SIGNALS;
        List<Float> knee = isSeries ? Collections.nCopies(outputs.size(), 0.02f) : List.of();
        List<Float> offset = outputs.stream()
                .map(output -> isSeries ? 2f : (float) (500 * output.scale() + output.offset()))
                .toList();
        List<Float> factor = outputs.stream()
                .map(output -> isSeries ? 0.5f : (float) (0.002 / output.scale()))
                .toList();
        InputPreparation preparation = new InputPreparation("g", List.of(), 50, knee, offset, factor);
        ModelCard card = new ModelCard(
                List.of(), List.of(), preparation, Optional.of(frontEnd), PostProcessing.NONE, new TreeMap<>());
        return card.in(RandomFrontEnds.handOn(outputs()));
    }
}
