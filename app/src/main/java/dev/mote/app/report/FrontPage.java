package dev.mote.app.report;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trials of a search as a page of its own: score against cost, without scripts or links to elsewhere.
 *
 * @param subtitle data, and how the trials were judged
 * @param metric as {@code accuracy}
 * @param cost as {@code weights in bytes}
 * @param conclusion sentences about the best
 */
public record FrontPage(
        String title,
        String subtitle,
        boolean synthetic,
        String metric,
        String cost,
        List<Point> points,
        List<Untried> untried,
        List<String> conclusion,
        String toolVersion) {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 380;
    private static final double LEFT = 56;
    private static final double RIGHT = WIDTH - 16;
    private static final double TOP = 12;
    private static final double BOTTOM = HEIGHT - 46;

    /**
     * A trial that was judged.
     *
     * @param low of the score's interval; NaN if not known
     * @param chance whether its distance to the best may be chance
     */
    public record Point(
            int trial,
            double score,
            double low,
            double high,
            long cost,
            boolean onFront,
            boolean chance,
            boolean best,
            List<String> figures,
            String values) {}

    /** A trial that was not judged. */
    public record Untried(int trial, String reason, String values) {}

    /** Names of {@link Point#figures}. */
    public static final List<String> FIGURES =
            List.of("int8 accuracy", "int8 macro-F1", "float accuracy", "weights", "arena", "MACs", "instructions");

    public FrontPage {
        points = List.copyOf(points);
        untried = List.copyOf(untried);
        conclusion = List.copyOf(conclusion);
    }

    public String html() {
        Map<String, Object> page = new HashMap<>();
        page.put("title", title);
        page.put("subtitle", subtitle);
        page.put("synthetic", synthetic);
        page.put("version", toolVersion);
        page.put("style", Templates.raw("style.css"));
        page.put("metric", metric);
        page.put("cost", cost);
        page.put("conclusion", conclusion);
        page.put("figures", FIGURES);
        page.put("rows", points.stream().map(this::row).toList());
        page.put("untried", untried.stream().map(FrontPage::row).toList());
        page.put("chart", points.isEmpty() ? Map.of() : chart());
        return new Templates().render("front-page", page);
    }

    private Map<String, Object> row(Point point) {
        return Map.ofEntries(
                entry("trial", point.trial),
                entry("marks", marks(point)),
                entry("score", decimals(point.score)),
                entry("interval", interval(point)),
                entry("cells", point.figures),
                entry("changes", point.values));
    }

    private static Map<String, Object> row(Untried trial) {
        return Map.of("trial", trial.trial, "reason", trial.reason, "changes", trial.values);
    }

    private static String marks(Point point) {
        List<String> marks = new ArrayList<>();
        if (point.best) {
            marks.add("best");
        } else if (point.chance) {
            marks.add("may be as good");
        }
        if (point.onFront) {
            marks.add("on the front");
        }
        return String.join(", ", marks);
    }

    private static String interval(Point point) {
        return Double.isFinite(point.low)
                ? decimals(point.low) + " to " + decimals(Math.min(1, point.high))
                : Text.NOT_KNOWN;
    }

    private static String decimals(double score) {
        return String.format(Locale.ROOT, "%.4f", score);
    }

    private Map<String, Object> chart() {
        var scores = points.stream().mapToDouble(Point::score).summaryStatistics();
        var costs = points.stream().mapToDouble(Point::cost).summaryStatistics();
        Axis y = Axis.rounded(scores.getMin(), scores.getMax(), 6, BOTTOM, TOP);
        Axis x = Axis.rounded(costs.getMin(), costs.getMax(), 7, LEFT, RIGHT);
        return Map.ofEntries(
                entry("box", Text.number(WIDTH) + " " + Text.number(HEIGHT)),
                entry("left", Text.number(LEFT)),
                entry("right", Text.number(RIGHT)),
                entry("bottom", Text.number(BOTTOM)),
                entry("labelled", Text.number(BOTTOM + 17)),
                entry("named", Text.number(BOTTOM + 38)),
                entry("xTicks", x.ticks()),
                entry("yTicks", y.ticks()),
                entry("front", front(x, y)),
                entry("dots", points.stream().map(point -> dot(point, x, y)).toList()));
    }

    /** What a budget buys: a step at each point of the front. */
    private String front(Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        points.stream()
                .filter(Point::onFront)
                .sorted((a, b) -> Long.compare(a.cost, b.cost))
                .forEach(point -> {
                    String px = Text.number(x.at(point.cost));
                    path.append(path.isEmpty() ? "M" + px + " " : "H" + px + "V")
                            .append(Text.number(y.at(point.score)));
                });
        return path.append("H").append(Text.number(RIGHT)).toString();
    }

    private Map<String, Object> dot(Point point, Axis x, Axis y) {
        String css = point.best ? "c1" : point.onFront ? "c0" : point.chance ? "c2" : "c7";
        String title = "trial " + point.trial + ": " + metric + " " + decimals(point.score) + ", " + cost + " "
                + Text.count(point.cost) + (marks(point).isEmpty() ? "" : ", " + marks(point)) + ": " + point.values;
        return Map.of(
                "x",
                Text.number(x.at(point.cost)),
                "y",
                Text.number(y.at(point.score)),
                "css",
                css,
                "radius",
                point.best || point.onFront ? "5.5" : "4",
                "title",
                title);
    }
}
