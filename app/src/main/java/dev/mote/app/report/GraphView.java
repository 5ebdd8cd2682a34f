package dev.mote.app.report;

import static java.util.Map.entry;

import dev.mote.app.report.GraphPicture.Arrow;
import dev.mote.app.report.GraphPicture.Box;
import dev.mote.app.report.GraphPicture.End;
import dev.mote.app.report.GraphPicture.FarArrow;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Graph;
import dev.mote.model.layout.Drawing;
import dev.mote.model.layout.LayeredLayout;
import dev.mote.model.layout.Link;
import dev.mote.model.layout.Outline;
import dev.mote.model.layout.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A model's graph: a box for each operator, an arrow for each tensor. */
public final class GraphView {
    private static final int MOST_BOXES = 1500;
    private static final int MOST_ARROWS = 4000;

    private static final double WIDTH = 240;
    private static final double LINE = 16;
    private static final double INSET = 12;
    /** Of a letter in the font of the boxes. */
    private static final double LETTER = 6.3;

    private static final int LETTERS = (int) ((WIDTH - 2 * INSET) / LETTER);
    private static final int NAMED = 4;

    private GraphView() {}

    /**
     * @param file name, for messages
     * @param run numbers of the operators that are left to the run
     * @throws BadInputException if there is too much of it for a picture
     */
    public static GraphPicture picture(String file, Graph graph, Set<Integer> run) {
        Outline outline = Outline.of(graph);
        if (outline.boxes().size() > MOST_BOXES || outline.arrows().size() > MOST_ARROWS) {
            throw new BadInputException(file + ": has "
                    + Text.count(graph.nodes().size(), "operator") + " and "
                    + Text.count(outline.arrows().size(), "arrow") + ", a picture shows up to "
                    + Text.count(MOST_BOXES) + " and " + Text.count(MOST_ARROWS) + "; see the table of layers");
        }
        Rows rows = Rows.of(outline.boxes().size(), outline.links());
        GraphBoxes texts = new GraphBoxes(graph, run);
        List<Box> boxes = outline.boxes().stream().map(texts::of).toList();
        Set<Link> far = Set.copyOf(rows.far());
        List<FarArrow> farArrows = outline.arrows().stream()
                .filter(arrow -> far.contains(arrow.link()))
                .map(arrow -> {
                    End end = texts.end(arrow.tensor());
                    return new FarArrow(arrow.from(), arrow.to(), end.name(), end.shape());
                })
                .toList();
        Drawing drawing = LayeredLayout.of(
                rows,
                IntStream.range(0, boxes.size())
                        .mapToObj(i -> new Drawing.Size(
                                WIDTH,
                                LINE * lines(boxes.get(i), i, boxes, farArrows).size() + INSET))
                        .toList());
        Map<Link, Outline.Arrow> arrows = new HashMap<>();
        outline.arrows().forEach(arrow -> arrows.putIfAbsent(arrow.link(), arrow));
        return new GraphPicture(
                graph.nodes().size(),
                drawing.width(),
                drawing.height(),
                IntStream.range(0, boxes.size())
                        .mapToObj(i -> placed(boxes.get(i), drawing.boxes().get(i)))
                        .toList(),
                drawing.routes().stream()
                        .map(route ->
                                arrow(route, texts.end(arrows.get(route.link()).tensor())))
                        .toList(),
                farArrows);
    }

    private static Box placed(Box box, Drawing.Box place) {
        return new Box(
                box.kind(),
                box.number(),
                box.title(),
                box.activation(),
                box.family(),
                box.output(),
                box.weights(),
                box.knownBefore(),
                place.x(),
                place.y(),
                place.width(),
                place.height());
    }

    private static Arrow arrow(Drawing.Route route, End end) {
        return new Arrow(
                route.link().from(),
                route.link().to(),
                end.name(),
                end.shape(),
                route.points().stream()
                        .map(point -> List.of(point.x(), point.y()))
                        .toList());
    }

    /** For the template. */
    static Map<String, Object> of(GraphPicture picture) {
        return Map.ofEntries(
                entry("width", Text.number(picture.width())),
                entry("height", Text.number(picture.height())),
                entry("count", Text.count(picture.operators(), "operator")),
                entry("boxes", boxes(picture)),
                entry("arrows", picture.arrows().stream().map(GraphView::path).toList()),
                entry("shapes", shapes(picture)));
    }

    private static List<Map<String, Object>> boxes(GraphPicture picture) {
        List<Map<String, Object>> views = new ArrayList<>();
        for (int i = 0; i < picture.boxes().size(); i++) {
            Box box = picture.boxes().get(i);
            List<String> lines = lines(box, i, picture.boxes(), picture.farArrows());
            List<Map<String, Object>> texts = new ArrayList<>();
            for (int line = 0; line < lines.size(); line++) {
                texts.add(Map.of(
                        "text",
                        Text.shortened(lines.get(line), LETTERS),
                        "y",
                        Text.number(box.y() + 20 + LINE * line)));
            }
            views.add(Map.ofEntries(
                    entry("id", box.number().isPresent() ? "n" + box.number().getAsInt() : box.kind() + i),
                    entry(
                            "number",
                            box.number().isPresent()
                                    ? String.valueOf(box.number().getAsInt())
                                    : ""),
                    entry("css", box.family() + (box.knownBefore() ? " known" : "")),
                    entry("title", String.join(", ", lines) + activation(box)),
                    entry("activation", box.activation()),
                    entry("x", Text.number(box.x())),
                    entry("y", Text.number(box.y())),
                    entry("width", Text.number(box.width())),
                    entry("height", Text.number(box.height())),
                    entry("left", Text.number(box.x() + INSET)),
                    entry("right", Text.number(box.x() + box.width() - INSET + 2)),
                    entry("lines", texts)));
        }
        return views;
    }

    private static String activation(Box box) {
        return (box.activation().isEmpty() ? "" : ", " + box.activation())
                + (box.knownBefore() && box.kind().equals("operator") ? ", computed before the model runs" : "");
    }

    private static List<String> lines(Box box, int index, List<Box> boxes, List<FarArrow> far) {
        List<String> lines = new ArrayList<>();
        lines.add(box.number().isPresent() ? box.number().getAsInt() + " " + box.title() : box.title());
        lines.addAll(words(box.output()));
        box.weights().stream().limit(1).forEach(weights -> {
            lines.add("weights " + weights.shape() + " " + weights.type());
            if (!weights.scale().isEmpty()) {
                lines.add((weights.scale().contains(":") ? "scales " : "scale ") + weights.scale());
            }
        });
        List<String> from = far.stream()
                .filter(arrow -> arrow.to() == index)
                .map(arrow -> name(boxes.get(arrow.from())))
                .toList();
        List<String> to = far.stream()
                .filter(arrow -> arrow.from() == index)
                .map(arrow -> name(boxes.get(arrow.to())))
                .toList();
        if (!from.isEmpty()) {
            lines.add("reads from " + some(from));
        }
        if (!to.isEmpty()) {
            lines.add("goes to " + some(to));
        }
        return lines;
    }

    private static List<String> words(End end) {
        List<String> words = new ArrayList<>();
        if (!end.name().isEmpty()) {
            words.add(end.name());
        }
        if (!end.shape().isEmpty()) {
            words.add(end.shape() + " " + end.type());
        }
        if (!end.scale().isEmpty()) {
            words.add((end.scale().startsWith("trained") ? "" : "scale ")
                    + end.scale()
                    + (end.zeroPoint().isEmpty() ? "" : ", zero " + end.zeroPoint()));
        }
        return words;
    }

    private static String name(Box box) {
        return box.number().isPresent() ? String.valueOf(box.number().getAsInt()) : box.title();
    }

    private static String some(List<String> names) {
        return names.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " more" : "");
    }

    private static Map<String, Object> path(Arrow arrow) {
        StringBuilder path = new StringBuilder();
        List<Double> last = List.of();
        for (List<Double> point : arrow.points()) {
            String x = Text.number(point.getFirst());
            String y = Text.number(point.getLast());
            if (last.isEmpty()) {
                path.append("M").append(x).append(" ").append(y);
            } else if (last.getFirst().equals(point.getFirst())) {
                path.append("V").append(y);
            } else {
                String middle = Text.number((last.getLast() + point.getLast()) / 2);
                path.append("C%s %s %s %s %s %s".formatted(Text.number(last.getFirst()), middle, x, middle, x, y));
            }
            last = point;
        }
        String tip = "M%s %sl-4 -7h8z".formatted(Text.number(last.getFirst()), Text.number(last.getLast()));
        return Map.of("path", path.toString(), "tip", tip, "title", arrow.name() + " " + arrow.shape());
    }

    /** Each shape once where its arrows leave, if there is room beside the next. */
    private static List<Map<String, Object>> shapes(GraphPicture picture) {
        Map<Integer, Long> leaving = picture.arrows().stream()
                .map(arrow -> List.of(arrow.from(), arrow.points().getFirst()))
                .distinct()
                .collect(Collectors.groupingBy(start -> (Integer) start.getFirst(), Collectors.counting()));
        return picture.arrows().stream()
                .filter(arrow -> leaving.get(arrow.from()) <= 2)
                .map(arrow -> {
                    List<Double> start = arrow.points().getFirst();
                    double width = LETTER * arrow.shape().length() + 4;
                    return Map.<String, Object>of(
                            "x", Text.number(start.getFirst()),
                            "y", Text.number(start.getLast() + 17),
                            "left", Text.number(start.getFirst() - width / 2),
                            "top", Text.number(start.getLast() + 6),
                            "width", Text.number(width),
                            "text", arrow.shape());
                })
                .distinct()
                .toList();
    }
}
