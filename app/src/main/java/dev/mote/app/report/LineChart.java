package dev.mote.app.report;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;

/** Lines over whole numbers, as coordinates for the template {@code lines}. */
final class LineChart {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 250;
    private static final double LEFT = 44;
    private static final double RIGHT = WIDTH - 10;
    private static final double TOP = 10;
    private static final double BOTTOM = HEIGHT - 40;
    /** With more points, their dots would hide the line. */
    private static final int DOTTED_POINTS = 40;

    /**
     * @param css classes of the line
     * @param values one a whole number; those that are not finite are gaps
     */
    record Series(String name, String css, double[] values) {}

    private LineChart() {}

    /** @param first whole number of the first value */
    static Map<String, Object> view(String name, int first, List<Series> series) {
        List<Series> shown = series.stream()
                .filter(s -> Arrays.stream(s.values).anyMatch(Double::isFinite))
                .toList();
        DoubleSummaryStatistics all = shown.stream()
                .flatMapToDouble(s -> Arrays.stream(s.values))
                .filter(Double::isFinite)
                .summaryStatistics();
        if (all.getCount() == 0) {
            return Map.of();
        }
        Axis y = Axis.rounded(all.getMin(), all.getMax(), 5, BOTTOM, TOP);
        Axis x = epochs(first, shown.getFirst().values.length);
        List<Map<String, Object>> lines =
                shown.stream().map(s -> line(s, first, x, y)).toList();
        return Map.ofEntries(
                entry("name", name),
                entry("box", Text.number(WIDTH) + " " + Text.number(HEIGHT)),
                entry("left", Text.number(LEFT)),
                entry("right", Text.number(RIGHT)),
                entry("bottom", Text.number(BOTTOM)),
                entry("labelled", Text.number(BOTTOM + 16)),
                entry("xTicks", x.ticks()),
                entry("yTicks", y.ticks()),
                entry("lines", lines));
    }

    private static Map<String, Object> line(Series series, int first, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        List<Map<String, Object>> dots = new ArrayList<>();
        boolean gap = true;
        for (int i = 0; i < series.values.length; i++) {
            double value = series.values[i];
            if (Double.isFinite(value)) {
                String cx = Text.number(x.at(first + i));
                String cy = Text.number(y.at(value));
                path.append(gap ? "M" : "L").append(cx).append(' ').append(cy);
                String title = series.name + ", epoch " + (first + i) + ": " + Text.significant(value);
                dots.add(Map.ofEntries(entry("x", cx), entry("y", cy), entry("title", title)));
            }
            gap = !Double.isFinite(value);
        }
        return Map.ofEntries(
                entry("name", series.name),
                entry("css", series.css),
                entry("path", path.toString()),
                entry("dots", dots.size() <= DOTTED_POINTS ? dots : List.of()));
    }

    private static Axis epochs(int first, int count) {
        double last = Math.max(first + 1, first + count - 1);
        double step = Math.max(1, Axis.exact(first, last, 12, 0, 1).step());
        return new Axis(first, last, step, LEFT, RIGHT);
    }
}
