package dev.mote.app.plot;

import dev.mote.app.report.FrontPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Score against cost of the trials of a search, with the front as steps: what each budget buys. */
final class FrontPlot {
    private FrontPlot() {}

    /** @param page with at least one point */
    static XYChart of(FrontPage page) {
        XYChart chart = Look.chart(
                Look.WIDTH,
                Look.HEIGHT,
                page.title() + ": " + page.metric() + " of held-out samples" + (page.synthetic() ? " (synthetic)" : ""),
                page.cost(),
                page.metric() + " of the int8 model");
        chart.getStyler().setMarkerSize(10);
        addFront(chart, page.points());
        add(chart, page, "best", FrontPage.Point::best, 1, SeriesMarkers.DIAMOND);
        add(chart, page, "on the front", point -> point.onFront() && !point.best(), 0, SeriesMarkers.CIRCLE);
        add(
                chart,
                page,
                "may be as good",
                point -> point.chance() && !point.onFront() && !point.best(),
                2,
                SeriesMarkers.SQUARE);
        add(
                chart,
                page,
                "others",
                point -> !point.chance() && !point.onFront() && !point.best(),
                6,
                SeriesMarkers.CROSS);
        return chart;
    }

    private static void addFront(XYChart chart, List<FrontPage.Point> points) {
        List<FrontPage.Point> front = points.stream()
                .filter(FrontPage.Point::onFront)
                .sorted(Comparator.comparingLong(FrontPage.Point::cost))
                .toList();
        if (front.isEmpty()) {
            return;
        }
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (FrontPage.Point point : front) {
            if (!y.isEmpty()) {
                x.add((double) point.cost());
                y.add(y.getLast());
            }
            x.add((double) point.cost());
            y.add(point.score());
        }
        XYSeries line = chart.addSeries("front", x, y);
        line.setLineColor(Look.colour(0));
        line.setLineStyle(Look.stroke(0));
        line.setMarker(SeriesMarkers.NONE);
    }

    private static void add(
            XYChart chart, FrontPage page, String name, Predicate<FrontPage.Point> shown, int colour, Marker marker) {
        List<FrontPage.Point> points = page.points().stream().filter(shown).toList();
        if (points.isEmpty()) {
            return;
        }
        XYSeries series = chart.addSeries(
                name,
                points.stream().mapToDouble(FrontPage.Point::cost).toArray(),
                points.stream().mapToDouble(FrontPage.Point::score).toArray());
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
        series.setMarker(marker);
        series.setMarkerColor(Look.colour(colour));
    }
}
