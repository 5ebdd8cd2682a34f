package dev.mote.app.report;

import dev.mote.device.compare.ConfusionMatrix;
import dev.mote.device.compare.Interval;
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
        return Map.of(
                "bothRight", Text.count(bothRight),
                "onlyFloat", Text.count(test.onlyFloatRight()),
                "onlyInt8", Text.count(test.onlyInt8Right()),
                "bothWrong", Text.count(test.samples() - bothRight - test.onlyFloatRight() - test.onlyInt8Right()),
                "flips", Text.count(test.flips(), "sample"),
                "flipShare", Text.percent(test.flipShare()),
                "flipInterval", Text.percent(flips.low()) + " to " + Text.percent(flips.high()),
                "verdict", VerdictView.change(test),
                "interval", interval(test));
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
        return Map.of(
                "width", Text.number(WIDTH),
                "ticks", axis.ticks(),
                "from", Text.number(MARGIN),
                "to", Text.number(WIDTH - MARGIN),
                "low", Text.number(axis.at(change.low() * 100)),
                "high", Text.number(axis.at(change.high() * 100)),
                "centre", Text.number(axis.at(test.accuracyChange() * 100)),
                "zero", Text.number(axis.at(0)),
                "title",
                        "Change in accuracy: " + Text.points(test.accuracyChange())
                                + " percentage points, 95 % interval from " + Text.points(change.low()) + " to "
                                + Text.points(change.high()));
    }
}
