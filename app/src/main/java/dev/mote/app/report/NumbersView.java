package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.dataset.metrics.Histogram;
import dev.mote.dataset.metrics.Regression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Predicted numbers against true ones: scores, scatter, and how the residuals are spread. */
final class NumbersView {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 340;
    private static final double LEFT = 64;
    private static final double RIGHT = WIDTH - 12;
    private static final double TOP = 28;
    private static final double BOTTOM = HEIGHT - 44;

    private NumbersView() {}

    static Map<String, Object> of(List<PredictedNumbers> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return Map.ofEntries(
                entry("rows", numbers.stream().map(NumbersView::row).toList()),
                entry("charts", numbers.stream().map(NumbersView::chart).toList()),
                entry("box", Text.number(WIDTH) + " " + Text.number(HEIGHT)),
                entry("left", Text.number(LEFT)),
                entry("right", Text.number(RIGHT)),
                entry("bottom", Text.number(BOTTOM)),
                entry("top", Text.number(TOP)),
                entry("labelled", Text.number(BOTTOM + 16)),
                entry("titled", Text.number(BOTTOM + 34)));
    }

    private static Map<String, Object> row(PredictedNumbers numbers) {
        Regression.Target scores = numbers.scores();
        return Map.ofEntries(
                entry("label", numbers.label()),
                entry("samples", Text.count(numbers.truth().size())),
                entry("absolute", Text.significant(scores.meanAbsoluteError())),
                entry("root", Text.significant(scores.rootMeanSquaredError())),
                entry("squared", Text.significant(scores.meanSquaredError())),
                entry("largest", Text.significant(scores.largestError())),
                entry("r2", Double.isNaN(scores.r2()) ? Text.NOT_KNOWN : Text.fixed(scores.r2(), 4)));
    }

    private static Map<String, Object> chart(PredictedNumbers numbers) {
        List<Integer> shown = numbers.shown();
        double[] all = DoubleStream.concat(
                        shown.stream().mapToDouble(i -> numbers.truth().get(i)),
                        shown.stream().mapToDouble(i -> numbers.predicted().get(i)))
                .toArray();
        double least = DoubleStream.of(all).min().orElse(0);
        double most = DoubleStream.of(all).max().orElse(1);
        Axis x = Axis.rounded(least, most, 6, LEFT, RIGHT);
        Axis y = Axis.rounded(least, most, 6, BOTTOM, TOP);
        List<Map<String, Object>> dots = new ArrayList<>();
        for (int i : shown) {
            dots.add(Map.of(
                    "x", Text.number(x.at(numbers.truth().get(i))),
                    "y", Text.number(y.at(numbers.predicted().get(i)))));
        }
        return Map.ofEntries(
                entry("label", numbers.label()),
                entry("xTicks", x.ticks()),
                entry("yTicks", y.ticks()),
                entry("dots", dots),
                entry("residuals", residuals(numbers.residuals())));
    }

    private static Map<String, Object> residuals(Histogram histogram) {
        long most = Math.max(
                1, histogram.counts().stream().mapToLong(Long::longValue).max().orElse(1));
        Axis x = Axis.exact(histogram.low(), histogram.high(), 5, LEFT, RIGHT);
        Axis y = Axis.rounded(0, most, 5, BOTTOM, TOP);
        int bins = histogram.counts().size();
        double width = (histogram.high() - histogram.low()) / bins;
        StringBuilder path = new StringBuilder("M" + Text.number(LEFT) + " " + Text.number(BOTTOM));
        for (int bin = 0; bin < bins; bin++) {
            path.append('V').append(Text.number(y.at(histogram.counts().get(bin))));
            path.append('H').append(Text.number(x.at(histogram.low() + (bin + 1) * width)));
        }
        boolean crossing = histogram.low() < 0 && histogram.high() > 0;
        return Map.ofEntries(
                entry(
                        "path",
                        path.append('V').append(Text.number(BOTTOM)).append('Z').toString()),
                entry("xTicks", x.ticks()),
                entry("yTicks", y.ticks()),
                entry("zero", crossing ? Text.number(x.at(0)) : ""));
    }
}
