package dev.mote.app.plot;

import dev.mote.app.report.PredictedNumbers;
import dev.mote.dataset.metrics.Histogram;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Predicted numbers against true ones, and the residuals. */
final class NumbersPlot {
    private NumbersPlot() {}

    static XYChart scatter(String title, PredictedNumbers numbers) {
        XYChart chart = Look.chart(
                Look.WIDTH,
                Look.HEIGHT + 40,
                title + ": " + numbers.name() + ", predicted against true",
                "true " + numbers.label(),
                "predicted " + numbers.label());
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
        List<Integer> shown = numbers.shown();
        double[] truth = shown.stream().mapToDouble(i -> numbers.truth().get(i)).toArray();
        double[] predicted =
                shown.stream().mapToDouble(i -> numbers.predicted().get(i)).toArray();
        XYSeries samples = chart.addSeries("test samples", truth, predicted);
        samples.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        samples.setMarker(SeriesMarkers.CIRCLE);
        Color colour = Look.colour(0);
        samples.setMarkerColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 150));
        double least =
                numbers.truth().stream().mapToDouble(Float::doubleValue).min().orElse(0);
        double most =
                numbers.truth().stream().mapToDouble(Float::doubleValue).max().orElse(1);
        XYSeries exact = chart.addSeries("exact", new double[] {least, most}, new double[] {least, most});
        exact.setLineColor(Look.SOFT);
        exact.setLineStyle(Look.stroke(Look.COLOURS.length));
        exact.setMarker(SeriesMarkers.NONE);
        return chart;
    }

    static XYChart residuals(String title, PredictedNumbers numbers) {
        XYChart chart = Look.chart(
                Look.WIDTH,
                Look.HEIGHT,
                title + ": " + numbers.name() + ", residuals",
                "predicted less true " + numbers.label(),
                "test samples");
        chart.getStyler().setLegendVisible(false).setPlotContentSize(1);
        chart.getStyler().setYAxisMin(0.0);
        Histogram histogram = numbers.residuals();
        XYSeries series = chart.addSeries("residuals", Steps.x(histogram), Steps.y(histogram, 1));
        Color colour = Look.colour(0);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Area);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(1));
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110));
        return chart;
    }
}
