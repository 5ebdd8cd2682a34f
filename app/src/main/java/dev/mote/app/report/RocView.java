package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.dataset.metrics.RocCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ROC curves of the classes, one chart a model, and a second one of the corner where good models are. */
final class RocView {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 356;
    private static final double LEFT = 48;
    private static final double RIGHT = WIDTH - 12;
    private static final double TOP = 28;
    private static final double BOTTOM = HEIGHT - 44;
    private static final int COLOURS = 8;
    private static final int STEPS = 150;
    private static final double WHOLE = 1;

    private RocView() {}

    static Map<String, Object> of(List<Evaluated> models) {
        int classes = models.getFirst().classification().curves().size();
        List<Integer> shown = RocLines.shown(models.getFirst());
        if (shown.isEmpty()) {
            return Map.of();
        }
        double reach = RocLines.reach(models);
        List<Map<String, Object>> charts = new ArrayList<>();
        models.forEach(model -> charts.add(chart(model, shown, WHOLE)));
        if (reach < WHOLE) {
            models.forEach(model -> charts.add(chart(model, shown, reach)));
        }
        return Map.ofEntries(
                entry("charts", charts),
                entry("left", Text.number(LEFT)),
                entry("right", Text.number(RIGHT)),
                entry("top", Text.number(TOP)),
                entry("bottom", Text.number(BOTTOM)),
                entry("labelled", Text.number(BOTTOM + 16)),
                entry("titled", Text.number(BOTTOM + 34)),
                entry("box", Text.number(WIDTH) + " " + Text.number(HEIGHT)),
                entry("partly", shown.size() < classes),
                entry("shown", shown.size()),
                entry("corner", reach < WHOLE),
                entry("legend", legend(models, shown)));
    }

    private static Map<String, Object> chart(Evaluated model, List<Integer> shown, double reach) {
        Axis x = Axis.exact(0, 100 * reach, 5, LEFT, RIGHT);
        Axis y = Axis.exact(100 - 100 * reach, 100, 5, BOTTOM, TOP);
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            RocCurve curve = model.classification().curves().get(shown.get(i));
            List<RocCurve.Point> points = new RocCurve(curve.corner(reach), curve.auc()).thinned((int) (STEPS / reach));
            lines.add(Map.of("css", css(i), "path", path(points, x, y)));
        }
        return Map.ofEntries(
                entry("name", model.name() + (reach < WHOLE ? ", upper left corner" : "")),
                entry("whole", reach == WHOLE),
                entry("xTicks", x.ticks()),
                entry("yTicks", y.ticks()),
                entry("lines", lines));
    }

    private static String path(List<RocCurve.Point> points, Axis x, Axis y) {
        StringBuilder path = new StringBuilder();
        for (RocCurve.Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(Text.number(x.at(100 * point.falsePositiveRate())))
                    .append(' ')
                    .append(Text.number(y.at(100 * point.truePositiveRate())));
        }
        return path.toString();
    }

    private static List<Map<String, Object>> legend(List<Evaluated> models, List<Integer> shown) {
        List<Map<String, Object>> legend = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int c = shown.get(i);
            List<String> areas = models.stream()
                    .map(model -> (models.size() > 1 ? model.name() + " " : "")
                            + Text.fixed(model.classification().curves().get(c).auc(), 4))
                    .toList();
            legend.add(Map.of(
                    "css", css(i),
                    "label", models.getFirst().classification().labels().get(c),
                    "auc", String.join(", ", areas)));
        }
        return legend;
    }

    private static String css(int line) {
        return "c" + line % COLOURS + (line >= COLOURS ? " dashed" : "");
    }
}
