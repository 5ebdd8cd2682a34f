package dev.mote.app.plot;

import dev.mote.app.report.Epoch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Loss, accuracy and learning rate over the epochs. */
final class CurvePlots {
    private static final Epoch.Metrics NOT_MEASURED = new Epoch.Metrics(Double.NaN, Double.NaN);
    /** With more, markers hide the line. */
    private static final int MARKED_EPOCHS = 40;

    /** So many are numbered each. */
    private static final int NUMBERED_EPOCHS = 12;

    private CurvePlots() {}

    static Optional<XYChart> loss(String title, List<Epoch> epochs) {
        Optional<XYChart> chart =
                curves(title + ": loss", "loss (mean over the samples)", epochs, Epoch.Metrics::loss, 1);
        chart.ifPresent(drawn -> drawn.getStyler().setYAxisMin(0.0));
        return chart;
    }

    static Optional<XYChart> accuracy(String title, List<Epoch> epochs) {
        Optional<XYChart> chart =
                curves(title + ": accuracy", "right answers, %", epochs, Epoch.Metrics::accuracy, 100);
        chart.ifPresent(drawn -> drawn.getStyler().setLegendPosition(Styler.LegendPosition.InsideSE));
        return chart;
    }

    static Optional<XYChart> learningRate(String title, List<Epoch> epochs) {
        XYChart chart = chart(title + ": learning rate", "learning rate");
        chart.getStyler().setLegendVisible(false);
        double[] rates = epochs.stream().mapToDouble(Epoch::learningRate).toArray();
        chart.getStyler().setYAxisMin(0.0);
        return add(chart, "learning rate", epochs, rates, 2) ? Optional.of(chart) : Optional.empty();
    }

    private static Optional<XYChart> curves(
            String title, String unit, List<Epoch> epochs, ToDoubleFunction<Epoch.Metrics> quantity, double factor) {
        XYChart chart = chart(title, unit);
        double[] training = epochs.stream()
                .mapToDouble(epoch -> factor * quantity.applyAsDouble(epoch.training()))
                .toArray();
        double[] validation = epochs.stream()
                .mapToDouble(epoch ->
                        factor * quantity.applyAsDouble(epoch.validation().orElse(NOT_MEASURED)))
                .toArray();
        boolean any = add(chart, "training", epochs, training, 0);
        any |= add(chart, "validation", epochs, validation, 1);
        return any ? Optional.of(chart) : Optional.empty();
    }

    private static XYChart chart(String title, String unit) {
        XYChart chart = Look.chart(Look.WIDTH, Look.HEIGHT, title, "epoch", unit);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNE);
        // Each tick needs a text of its own: the library thins out the ticks until no two of them have the same.
        chart.setCustomXAxisTickLabelsFormatter(
                value -> String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.1f", value));
        return chart;
    }

    /** False if nothing was measured. Infinite values are left out. */
    private static boolean add(XYChart chart, String name, List<Epoch> epochs, double[] values, int line) {
        int[] measured = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .toArray();
        if (measured.length == 0) {
            return false;
        }
        double[] x =
                Arrays.stream(measured).mapToDouble(i -> epochs.get(i).number()).toArray();
        if (x.length > NUMBERED_EPOCHS) {
            // Numbers that are equally far from each other would be the ticks, all of them.
            x[0] -= 0.01;
        }
        double[] y = Arrays.stream(measured).mapToDouble(i -> values[i]).toArray();
        XYSeries series = chart.addSeries(name, x, y);
        series.setLineColor(Look.colour(line));
        series.setLineStyle(line == 1 ? Look.stroke(Look.COLOURS.length) : Look.stroke(0));
        series.setMarkerColor(Look.colour(line));
        series.setMarker(
                measured.length > MARKED_EPOCHS
                        ? SeriesMarkers.NONE
                        : line == 1 ? SeriesMarkers.SQUARE : SeriesMarkers.CIRCLE);
        return true;
    }
}
