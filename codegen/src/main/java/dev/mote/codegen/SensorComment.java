package dev.mote.codegen;

import dev.mote.model.frontend.SignalFrontEnd;
import dev.mote.model.graph.Graph;
import dev.mote.model.graph.InputPreparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a sensor has to give, in lines for a comment of the example's main program. */
final class SensorComment {
    /** Channels that are named. */
    private static final int MOST_CHANNELS = 16;

    private SensorComment() {}

    /** @param isStream whether the example reads a sample at a time */
    static List<String> lines(Graph graph, boolean isStream) {
        Optional<SignalFrontEnd> signals = ElementPreparation.signals(graph);
        if (signals.isPresent()) {
            List<String> input = isStream ? sample(signals.get()) : window(signals.get());
            return Stream.concat(input.stream(), physical(graph.card().preparation()).stream())
                    .toList();
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

    private static List<String> window(SignalFrontEnd frontEnd) {
        return List.of("Input 0: %s values, a window of %s samples of %s, oldest first."
                .formatted(
                        CText.grouped((long) frontEnd.windowLength() * frontEnd.channels()),
                        CText.grouped(frontEnd.windowLength()),
                        CText.grouped(frontEnd.channels())));
    }

    private static List<String> sample(SignalFrontEnd frontEnd) {
        return List.of(
                "Input 0: a stream, one sample of %s values at a time: index is the channel."
                        .formatted(CText.grouped(frontEnd.channels())),
                "(%s samples are a window, for those who fill one by themselves.)"
                        .formatted(CText.grouped(frontEnd.windowLength())));
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
