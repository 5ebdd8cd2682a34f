package dev.mote.app.plot;

import dev.mote.app.report.Evaluated;
import dev.mote.app.report.RocLines;
import dev.mote.dataset.metrics.RocCurve;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** ROC curves of the classes of one model. */
final class RocPlot {
    private static final int STEPS = 200;

    private RocPlot() {}

    /** Empty if no class has a curve. */
    static Optional<XYChart> of(String title, Evaluated model, double reach) {
        List<Integer> shown = RocLines.shown(model);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        XYChart chart = Look.chart(
                Look.WIDTH,
                Look.HEIGHT + 40,
                title + (reach < 1 ? ": ROC, upper left corner" : ": ROC, each class against the others"),
                "others taken for the class, %",
                "samples of the class found, %");
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(100 * reach);
        chart.getStyler().setYAxisMin(100 - 100 * reach).setYAxisMax(100.0);
        for (int line = 0; line < shown.size(); line++) {
            RocCurve curve = model.classification().curves().get(shown.get(line));
            List<RocCurve.Point> points = new RocCurve(curve.corner(reach), curve.auc()).thinned((int) (STEPS / reach));
            if (!points.isEmpty()) {
                String label = model.classification().labels().get(shown.get(line));
                add(chart, String.format(Locale.ROOT, "%s  (AUC %.4f)", label, curve.auc()), points, line);
            }
        }
        if (reach == 1) {
            XYSeries guessing = chart.addSeries("guessing  (AUC 0.5)", new double[] {0, 100}, new double[] {0, 100});
            guessing.setLineColor(Look.SOFT);
            guessing.setLineStyle(Look.stroke(2 * Look.COLOURS.length));
            guessing.setMarker(SeriesMarkers.NONE);
        }
        return Optional.of(chart);
    }

    private static void add(XYChart chart, String name, List<RocCurve.Point> points, int line) {
        XYSeries series = chart.addSeries(
                name,
                points.stream()
                        .mapToDouble(point -> 100 * point.falsePositiveRate())
                        .toArray(),
                points.stream()
                        .mapToDouble(point -> 100 * point.truePositiveRate())
                        .toArray());
        series.setLineColor(Look.colour(line));
        series.setLineStyle(Look.stroke(line));
        series.setMarker(SeriesMarkers.NONE);
    }
}
