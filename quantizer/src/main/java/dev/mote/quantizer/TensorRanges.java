package dev.mote.quantizer;

import dev.mote.model.graph.Graph;
import dev.mote.model.graph.Quantization;
import java.util.SortedMap;
import java.util.TreeMap;

/** The one place where the range of each activation is decided: {@code what was seen -> Range}, by tensor index. */
final class TensorRanges {
    private TensorRanges() {}

    static SortedMap<Integer, Range> choose(Observed observed, QuantizerOptions options) {
        return options.method() == RangeMethod.SEARCH
                ? new SearchRanges(observed, options).ranges()
                : by(options.method(), observed, options);
    }

    /** int16 has digits to spare, so that nothing is clipped there. */
    static SortedMap<Integer, Range> by(RangeMethod method, Observed observed, QuantizerOptions options) {
        Widths widths = new Widths(observed.graph(), TieQuantization.of(observed.graph()), options.wide());
        SortedMap<Integer, Range> ranges = new TreeMap<>();
        observed.histograms().forEach((tensor, histogram) -> {
            RangeMethod own = widths.isWide(tensor) ? RangeMethod.MIN_MAX : method;
            ranges.put(
                    tensor,
                    observed.graph().tensor(tensor).quantization() instanceof Quantization.Trained(float min, float max)
                            ? new Range(min, max)
                            : ChooseRange.choose(histogram, own, options.percentile()));
        });
        return ranges;
    }

    /** A range that the model was trained with is taken as it is: its weights have settled on it. */
    static boolean isTrained(Graph graph, int tensor) {
        return graph.tensor(tensor).quantization() instanceof Quantization.Trained;
    }
}
