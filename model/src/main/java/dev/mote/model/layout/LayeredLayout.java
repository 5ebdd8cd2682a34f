package dev.mote.model.layout;

import dev.mote.model.layout.Drawing.Box;
import dev.mote.model.layout.Drawing.Point;
import dev.mote.model.layout.Drawing.Route;
import dev.mote.model.layout.Drawing.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a directed graph in rows, from the top downwards: Sugiyama's method. Boxes do not overlap, arrows go round boxes, and the same
 * graph is drawn in the same way.
 */
public final class LayeredLayout {
    private static final double BEND_WIDTH = 10;
    private static final double SIDE_GAP = 22;
    private static final double ROW_GAP = 46;
    private static final double MARGIN = 12;

    private final Rows rows;
    private final List<Size> sizes;
    private final List<List<Item>> items = new ArrayList<>();
    private final List<Item> boxes = new ArrayList<>();
    private final Map<Link, List<Item>> bends = new HashMap<>();
    private final List<Double> tops = new ArrayList<>();
    private final List<Double> bottoms = new ArrayList<>();

    private LayeredLayout(Rows rows, List<Size> sizes) {
        this.rows = rows;
        this.sizes = sizes;
    }

    /** @param sizes of each box */
    public static Drawing of(Rows rows, List<Size> sizes) {
        return new LayeredLayout(rows, sizes).drawing();
    }

    private Drawing drawing() {
        for (int row = 0; row < rows.count(); row++) {
            items.add(new ArrayList<>());
        }
        for (int box = 0; box < sizes.size(); box++) {
            boxes.add(add(rows.rows().get(box), sizes.get(box).width(), false));
        }
        rows.near().stream().distinct().forEach(this::bend);
        OrderRows.apply(items);
        PlaceRows.apply(items, SIDE_GAP);
        double bottom = stack();
        List<Box> placed = new ArrayList<>();
        for (int box = 0; box < sizes.size(); box++) {
            placed.add(box(box));
        }
        double width = items.stream()
                .flatMap(List::stream)
                .mapToDouble(item -> item.centre + item.width / 2)
                .max()
                .orElse(0);
        return new Drawing(width + 2 * MARGIN, bottom + MARGIN, placed, routes(placed));
    }

    private Item add(int row, double width, boolean isBend) {
        Item item = new Item(row, width, isBend);
        items.get(row).add(item);
        return item;
    }

    /** An item in each row that the arrow passes. */
    private void bend(Link link) {
        List<Item> passed = new ArrayList<>();
        Item last = boxes.get(link.from());
        for (int row = last.row + 1; row < rows.rows().get(link.to()); row++) {
            Item bend = add(row, BEND_WIDTH, true);
            join(last, bend);
            passed.add(bend);
            last = bend;
        }
        join(last, boxes.get(link.to()));
        bends.put(link, passed);
    }

    private static void join(Item upper, Item lower) {
        upper.below.add(lower);
        lower.above.add(upper);
    }

    /** Rows one below the other, each as high as its highest box. */
    private double stack() {
        double[] heights = new double[items.size()];
        for (int box = 0; box < sizes.size(); box++) {
            int row = boxes.get(box).row;
            heights[row] = Math.max(heights[row], sizes.get(box).height());
        }
        double at = MARGIN;
        for (double height : heights) {
            tops.add(at);
            bottoms.add(at + height);
            at += height + ROW_GAP;
        }
        return heights.length == 0 ? at : at - ROW_GAP;
    }

    private Box box(int index) {
        Item item = boxes.get(index);
        Size size = sizes.get(index);
        double middle = (tops.get(item.row) + bottoms.get(item.row)) / 2;
        return new Box(
                MARGIN + item.centre - size.width() / 2, middle - size.height() / 2, size.width(), size.height());
    }

    private List<Route> routes(List<Box> placed) {
        Map<Integer, List<Link>> entering = new HashMap<>();
        rows.near().stream()
                .distinct()
                .forEach(link -> entering.computeIfAbsent(link.to(), _ -> new ArrayList<>())
                        .add(link));
        entering.values().forEach(links -> links.sort(Comparator.comparing(link -> lastAbove(link, placed))));
        return rows.near().stream()
                .distinct()
                .map(link -> {
                    List<Link> all = entering.get(link.to());
                    return route(link, placed, (all.indexOf(link) + 1.0) / (all.size() + 1));
                })
                .toList();
    }

    /** Where the arrow comes from, seen from the box that it reaches. */
    private double lastAbove(Link link, List<Box> placed) {
        List<Item> passed = bends.get(link);
        return passed.isEmpty()
                ? placed.get(link.from()).x()
                        + link.share() * placed.get(link.from()).width()
                : MARGIN + passed.getLast().centre;
    }

    private Route route(Link link, List<Box> placed, double entry) {
        Box from = placed.get(link.from());
        Box to = placed.get(link.to());
        List<Point> points = new ArrayList<>();
        double x = from.x() + link.share() * from.width();
        add(points, x, from.bottom());
        add(points, x, bottoms.get(boxes.get(link.from()).row));
        for (Item bend : bends.get(link)) {
            add(points, MARGIN + bend.centre, tops.get(bend.row));
            add(points, MARGIN + bend.centre, bottoms.get(bend.row));
        }
        double reached = to.x() + entry * to.width();
        add(points, reached, tops.get(boxes.get(link.to()).row));
        add(points, reached, to.y());
        return new Route(link, points);
    }

    private static void add(List<Point> points, double x, double y) {
        Point point = new Point(x, y);
        if (points.isEmpty() || !points.getLast().equals(point)) {
            points.add(point);
        }
    }
}
