package dev.mote.app.plot;

import dev.mote.app.report.SweepPanel;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Accuracy of windows against the level of a fault: int8 with its interval, float beside it. */
final class SweepPlot {
    /** Stroke of an interval's ends. */
    private static final int DASHED = 2 * Look.COLOURS.length;

    private SweepPlot() {}

    /** @param synthetic whether the stream was generated */
    static XYChart of(String title, boolean synthetic, SweepPanel panel) {
        XYChart chart = Look.chart(
                Look.WIDTH,
                Look.HEIGHT,
                title + (synthetic ? " (synthetic)" : "") + ": " + panel.title(),
                "level of " + panel.kind(),
                "windows told right, %");
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideSW);
        // Few numbers that are equally far from each other are the ticks, all of them.
        chart.setCustomXAxisTickLabelsFormatter(level -> label(panel, level));
        add(chart, "int8", panel.int8(), 0, 0);
        add(chart, "95 % from", panel.low(), 0, DASHED);
        add(chart, "to", panel.high(), 0, DASHED);
        add(chart, "float", panel.floating(), 1, Look.COLOURS.length);
        return chart;
    }

    private static String label(SweepPanel panel, double level) {
        if (level != Math.rint(level) || level < 0 || level > panel.levels().size()) {
            return String.format(Locale.ROOT, "%.1f", level);
        }
        return level == 0 ? "none" : panel.levels().get((int) level - 1);
    }

    private static void add(XYChart chart, String name, List<Double> shares, int colour, int stroke) {
        double[] x = IntStream.range(0, shares.size())
                .filter(i -> Double.isFinite(shares.get(i)))
                .asDoubleStream()
                .toArray();
        if (x.length == 0) {
            return;
        }
        double[] y = IntStream.range(0, shares.size())
                .mapToDouble(i -> 100 * shares.get(i))
                .filter(Double::isFinite)
                .toArray();
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(Look.colour(colour));
        series.setLineStyle(Look.stroke(stroke));
        series.setMarker(stroke == DASHED ? SeriesMarkers.NONE : SeriesMarkers.CIRCLE);
        series.setMarkerColor(Look.colour(colour));
    }
}
