package dev.mote.model.layout;

import java.util.List;

/**
 * Where boxes and arrows are, in pixels; y grows downwards.
 *
 * @param boxes in the order of their indices
 * @param routes in the order of the links, without those that {@link Rows} leaves out
 */
public record Drawing(double width, double height, List<Box> boxes, List<Route> routes) {
    public Drawing {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    /** Of a box, before it has a place. */
    public record Size(double width, double height) {}

    /** x and y of its upper left corner. */
    public record Box(double x, double y, double width, double height) {
        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }
    }

    /** @param points from the box that the arrow leaves to that which it reaches, none above the one before */
    public record Route(Link link, List<Point> points) {
        public Route {
            points = List.copyOf(points);
        }
    }

    public record Point(double x, double y) {}
}
