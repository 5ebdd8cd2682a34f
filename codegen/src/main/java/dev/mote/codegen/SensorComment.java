package dev.mote.codegen;

import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a sensor has to give, in lines for a comment of the example's main program. */
final class SensorComment {
    /** Channels that are named. */
    private static final int MOST_CHANNELS = 16;

    private SensorComment() {}

    static List<String> lines(Graph graph) {
        Optional<SignalFrontEnd> signals = ElementPreparation.signals(graph);
        if (signals.isPresent()) {
            return window(signals.get(), graph.card().preparation());
        }
        Ends inputs = Ends.inputs(graph);
        InputPreparation preparation = ElementPreparation.of(graph);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < inputs.count(); i++) {
            boolean isPrepared = i == 0 && !preparation.offset().isEmpty();
            lines.add("Input %d: %s values, %s%s."
                    .formatted(
                            i,
                            CText.grouped(inputs.length(i)),
                            inputs.tensors().get(i).shape(),
                            isPrepared ? "" : inputs.isQuantized(i) ? ", real numbers" : ", as they are"));
            if (isPrepared) {
                lines.addAll(physical(preparation));
            }
        }
        return lines;
    }

    private static List<String> window(SignalFrontEnd frontEnd, InputPreparation preparation) {
        List<String> lines = new ArrayList<>();
        lines.add("Input 0: %s values, a window of %s samples of %s, oldest first."
                .formatted(
                        CText.grouped((long) frontEnd.windowLength() * frontEnd.channels()),
                        CText.grouped(frontEnd.windowLength()),
                        CText.grouped(frontEnd.channels())));
        lines.addAll(physical(preparation));
        return lines;
    }

    private static List<String> physical(InputPreparation preparation) {
        List<String> lines = new ArrayList<>();
        if (!preparation.unit().isEmpty()) {
            lines.add("Unit: " + CText.printable(preparation.unit()) + ".");
        }
        int channels = preparation.channels().size();
        for (int channel = 0; channel < Math.min(MOST_CHANNELS, channels); channel++) {
            lines.add("Channel index %% %d == %d: %s."
                    .formatted(
                            channels,
                            channel,
                            CText.printable(preparation.channels().get(channel))));
        }
        if (preparation.rateHertz() > 0) {
            lines.add("Samples a second: " + CText.rounded(preparation.rateHertz()) + ".");
        }
        return lines;
    }
}
