package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an int8 model gains at its output when one group of activations is held in int16. */
final class WideGains {
    private final List<List<String>> groups;
    /** Decibels, by the name of each member of a group. */
    private final Map<String, Double> gains = new HashMap<>();

    WideGains(Observed observed, QuantizerOptions options, Judge judge) {
        Graph graph = observed.graph();
        List<String> inputs =
                graph.inputs().stream().map(input -> graph.tensor(input).name()).toList();
        // What the caller gives is int8: holding it in int16 adds nothing.
        this.groups = Widths.possible(graph).stream()
                .filter(group -> !inputs.containsAll(group))
                .toList();
        double before = decibels(observed, options, judge, WideActivations.NONE);
        for (List<String> group : groups) {
            double gain = decibels(observed, options, judge, WideActivations.of(Set.of(group.getFirst()))) - before;
            group.forEach(name -> gains.put(name, gain));
        }
    }

    private static double decibels(Observed observed, QuantizerOptions options, Judge judge, WideActivations wide) {
        Quantizer.Prepared prepared = Quantizer.prepare(observed, options.withWide(wide));
        return judge.of(prepared.quantized(), prepared.layout()).sqnrDb();
    }

    Optional<Double> of(String name) {
        return Optional.ofNullable(gains.get(name));
    }

    /** One name of each group, from the greatest gain to the least. */
    List<String> ranked() {
        return groups.stream()
                .map(List::getFirst)
                .sorted(Comparator.comparingDouble((String name) -> -gains.get(name))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
