package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.dataset.metrics.Interval;
import dev.mote.device.compare.PairedTest;
import java.util.Map;
import java.util.stream.IntStream;

/** McNemar's table and test, with the interval as a picture. */
final class ComparisonView {
    private static final double WIDTH = 440;
    private static final double MARGIN = 40;

    private ComparisonView() {}

    static Map<String, Object> of(ReportData data) {
        PairedTest test = data.comparison().test();
        int floatRight = hits(data.comparison().floatMatrix());
        int bothRight = floatRight - test.onlyFloatRight();
        Interval flips = test.flipInterval();
        return Map.ofEntries(
                entry("bothRight", Text.count(bothRight)),
                entry("onlyFloat", Text.count(test.onlyFloatRight())),
                entry("onlyInt8", Text.count(test.onlyInt8Right())),
                entry(
                        "bothWrong",
                        Text.count(test.samples() - bothRight - test.onlyFloatRight() - test.onlyInt8Right())),
                entry("flips", Text.count(test.flips(), "sample")),
                entry("flipShare", Text.percent(test.flipShare())),
                entry("flipInterval", Text.percent(flips.low()) + " to " + Text.percent(flips.high())),
                entry("verdict", VerdictView.change(test)),
                entry("interval", interval(test)));
    }

    private static int hits(ConfusionMatrix matrix) {
        return IntStream.range(0, matrix.labels().size())
                .map(c -> matrix.counts().get(c).get(c))
                .sum();
    }

    /** A whisker on an axis that is symmetric about 0; nothing where there is nothing to test. */
    private static Map<String, Object> interval(PairedTest test) {
        if (test.onlyFloatRight() + test.onlyInt8Right() == 0) {
            return Map.of();
        }
        Interval change = test.accuracyChangeInterval();
        double reach = Math.max(Math.abs(change.low()), Math.abs(change.high()));
        Axis axis = Axis.rounded(-reach * 100, reach * 100, 6, MARGIN, WIDTH - MARGIN);
        return Map.ofEntries(
                entry("width", Text.number(WIDTH)),
                entry("ticks", axis.ticks()),
                entry("from", Text.number(MARGIN)),
                entry("to", Text.number(WIDTH - MARGIN)),
                entry("low", Text.number(axis.at(change.low() * 100))),
                entry("high", Text.number(axis.at(change.high() * 100))),
                entry("centre", Text.number(axis.at(test.accuracyChange() * 100))),
                entry("zero", Text.number(axis.at(0))),
                entry(
                        "title",
                        "Change in accuracy: " + Text.points(test.accuracyChange())
                                + " percentage points, 95 % interval from " + Text.points(change.low()) + " to "
                                + Text.points(change.high())));
    }
}
