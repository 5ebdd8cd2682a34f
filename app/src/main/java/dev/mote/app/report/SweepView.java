package dev.mote.app.report;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A {@link SweepPanel} as coordinates for the page of a simulation. */
final class SweepView {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 220;
    private static final double LEFT = 44;
    private static final double RIGHT = WIDTH - 16;
    private static final double TOP = 10;
    private static final double BOTTOM = HEIGHT - 30;
    /** A little space on either side of the first and the last level. */
    private static final double MARGIN = 0.3;

    private final SweepPanel panel;
    private final Axis x;
    private final Axis y = Axis.exact(0, 100, 5, BOTTOM, TOP);

    private SweepView(SweepPanel panel) {
        this.panel = panel;
        this.x = Axis.exact(-MARGIN, panel.levels().size() + MARGIN, 1, LEFT, RIGHT);
    }

    static Map<String, Object> of(SweepPanel panel) {
        return new SweepView(panel).view();
    }

    private Map<String, Object> view() {
        List<Map<String, Object>> ticks = new ArrayList<>();
        List<Map<String, Object>> dots = new ArrayList<>();
        for (int i = 0; i <= panel.levels().size(); i++) {
            String level = i == 0 ? "none" : panel.levels().get(i - 1);
            ticks.add(Map.of("at", Text.number(x.at(i)), "label", level));
            if (Double.isFinite(panel.int8().get(i))) {
                dots.add(dot(i, level));
            }
        }
        return Map.ofEntries(
                entry("name", panel.title()),
                entry("box", Text.number(WIDTH) + " " + Text.number(HEIGHT)),
                entry("left", Text.number(LEFT)),
                entry("right", Text.number(RIGHT)),
                entry("bottom", Text.number(BOTTOM)),
                entry("labelled", Text.number(BOTTOM + 16)),
                entry("yTicks", y.ticks()),
                entry("xTicks", ticks),
                entry("dots", dots),
                entry("int8", path(panel.int8())),
                entry("floating", path(panel.floating())));
    }

    private Map<String, Object> dot(int i, String level) {
        return Map.of(
                "x",
                Text.number(x.at(i)),
                "y",
                Text.number(at(panel.int8().get(i))),
                "low",
                Text.number(at(panel.low().get(i))),
                "high",
                Text.number(at(panel.high().get(i))),
                "title",
                panel.kind() + " " + level + ": int8 "
                        + Text.percent(panel.int8().get(i)));
    }

    private double at(double share) {
        return y.at(100 * share);
    }

    private String path(List<Double> shares) {
        StringBuilder path = new StringBuilder();
        IntStream.range(0, shares.size())
                .filter(i -> Double.isFinite(shares.get(i)))
                .forEach(i -> path.append(path.isEmpty() ? "M" : "L")
                        .append(Text.number(x.at(i)))
                        .append(' ')
                        .append(Text.number(at(shares.get(i)))));
        return path.toString();
    }
}
