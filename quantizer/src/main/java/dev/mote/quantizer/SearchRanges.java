package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Chooses, group by group in the order in which they are computed, the method whose ranges leave the least error in the model's output,
 * with everything else as it stands. Starts from percentiles.
 */
final class SearchRanges {
    private static final List<RangeMethod> METHODS =
            List.of(RangeMethod.PERCENTILE, RangeMethod.MIN_MAX, RangeMethod.MSE, RangeMethod.ENTROPY);

    /** Samples that each try runs; differences between methods show with few. */
    private static final int SAMPLES = 64;

    private final Observed observed;
    private final QuantizerOptions options;
    private final Judge judge;
    private final Map<RangeMethod, SortedMap<Integer, Range>> candidates = new EnumMap<>(RangeMethod.class);

    SearchRanges(Observed observed, QuantizerOptions options) {
        this.observed = observed;
        this.options = options;
        this.judge = new Judge(observed, observed.calibration().spread(SAMPLES));
        METHODS.forEach(method -> candidates.put(method, TensorRanges.by(method, observed, options)));
    }

    SortedMap<Integer, Range> ranges() {
        Graph graph = observed.graph();
        TieQuantization ties = TieQuantization.of(graph);
        SortedMap<Integer, Range> best = candidates.get(RangeMethod.PERCENTILE);
        double least = error(best);
        List<Integer> groups = ObserveRanges.activations(graph).stream()
                .map(ties::group)
                .distinct()
                .toList();
        for (int group : groups) {
            for (RangeMethod method : METHODS) {
                SortedMap<Integer, Range> tried = new TreeMap<>(best);
                candidates.get(method).forEach((tensor, range) -> {
                    if (ties.group(tensor) == group) {
                        tried.put(tensor, range);
                    }
                });
                if (!tried.equals(best)) {
                    double now = error(tried);
                    if (now < least) {
                        least = now;
                        best = tried;
                    }
                }
            }
        }
        return best;
    }

    private double error(SortedMap<Integer, Range> ranges) {
        Layout layout = ChooseQuantization.choose(observed.graph(), ranges, options.wide());
        return judge.error(QuantizeGraph.apply(observed.graph(), layout, options), layout);
    }
}
