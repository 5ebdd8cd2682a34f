package dev.mote.app.plot;

import dev.mote.app.report.LayerSet;
import dev.mote.dataset.metrics.Histogram;
import dev.mote.device.compare.LayerValues;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A histogram of each layer in one picture; several models in one panel. */
final class HistogramPlot implements IChart {
    private static final int PANEL_WIDTH = 460;
    private static final int PANEL_HEIGHT = 330;
    private static final int TOP = 76;
    private static final int COLUMNS = 2;

    private final String title;
    private final String note;
    private final List<XYChart> panels;

    private HistogramPlot(String title, String note, List<XYChart> panels) {
        this.title = title;
        this.note = note;
        this.panels = panels;
    }

    /** Empty if no layer has weights. */
    static Optional<HistogramPlot> weights(String title, List<LayerSet> models) {
        return of(
                title + ": weights of each layer",
                "Without biases. Across: value of a weight. Up: share of the weights in each of 40 bins, exact zeros left out.",
                models,
                LayerValues::weights);
    }

    static Optional<HistogramPlot> activations(String title, List<LayerSet> models) {
        return of(
                title + ": outputs of each layer over some test samples",
                "Across: value of an output. Up: share of the outputs in each of 40 bins, exact zeros left out.",
                models,
                layer -> Optional.of(layer.activations()));
    }

    private static Optional<HistogramPlot> of(
            String title, String note, List<LayerSet> models, Function<LayerValues, Optional<Histogram>> values) {
        if (models.isEmpty()) {
            return Optional.empty();
        }
        List<XYChart> panels = models.getFirst().layers().stream()
                .filter(layer -> values.apply(layer).isPresent())
                .map(layer -> panel(layer, models, values))
                .toList();
        return panels.isEmpty() ? Optional.empty() : Optional.of(new HistogramPlot(title, note, panels));
    }

    private static XYChart panel(
            LayerValues layer, List<LayerSet> models, Function<LayerValues, Optional<Histogram>> values) {
        XYChart chart = Look.chart(PANEL_WIDTH, PANEL_HEIGHT, layer.name(), "", "%");
        chart.getStyler().setChartTitleFont(Look.font(Font.BOLD, 15));
        chart.getStyler().setAxisTickLabelsFont(Look.font(Font.PLAIN, 13));
        chart.getStyler().setAxisTitleFont(Look.font(Font.PLAIN, 14));
        chart.getStyler().setLegendFont(Look.font(Font.PLAIN, 13));
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideS);
        chart.getStyler().setLegendLayout(Styler.LegendLayout.Horizontal).setLegendPadding(4);
        chart.getStyler().setPlotContentSize(1).setChartPadding(8);
        chart.getStyler().setYAxisMin(0.0);
        for (int model = 0; model < models.size(); model++) {
            String name = models.get(model).name();
            int line = model;
            models.get(model).layers().stream()
                    .filter(other -> other.name().equals(layer.name()))
                    .flatMap(other -> values.apply(other).stream())
                    .findFirst()
                    .ifPresent(histogram -> add(chart, name, histogram, line));
        }
        return chart;
    }

    private static void add(XYChart chart, String name, Histogram histogram, int line) {
        double zeros = 100.0 * histogram.zeros() / Math.max(1, histogram.total());
        String label = zeros == 0 ? name : String.format(Locale.ROOT, "%s (%.1f %% are 0)", name, zeros);
        XYSeries series =
                chart.addSeries(label, Steps.x(histogram), Steps.y(histogram, 100.0 / Math.max(1, histogram.total())));
        Color colour = Look.colour(line);
        series.setXYSeriesRenderStyle(line == 0 ? XYSeriesRenderStyle.Area : XYSeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(colour);
        series.setLineStyle(new BasicStroke(line == 0 ? 1 : 1.6f));
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110));
    }

    @Override
    public int getWidth() {
        return COLUMNS * PANEL_WIDTH;
    }

    @Override
    public int getHeight() {
        return TOP + Math.ceilDiv(panels.size(), COLUMNS) * PANEL_HEIGHT;
    }

    @Override
    public String getTitle() {
        return title;
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setColor(Look.INK);
        g.setFont(Look.font(Font.BOLD, 20));
        g.drawString(title, 20, 36);
        g.setFont(Look.font(Font.PLAIN, 14));
        g.setColor(Look.SOFT);
        g.drawString(note, 20, 60);
        for (int i = 0; i < panels.size(); i++) {
            int x = i % COLUMNS * PANEL_WIDTH;
            int y = TOP + i / COLUMNS * PANEL_HEIGHT;
            g.translate(x, y);
            panels.get(i).paint(g, PANEL_WIDTH, PANEL_HEIGHT);
            g.translate(-x, -y);
        }
    }
}
