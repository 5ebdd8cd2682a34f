package dev.mote.app.plot;

import dev.mote.app.report.Epoch;
import dev.mote.app.report.Evaluated;
import dev.mote.app.report.FrontPage;
import dev.mote.app.report.LayerSet;
import dev.mote.app.report.PredictedNumbers;
import dev.mote.app.report.RocLines;
import dev.mote.app.report.SweepPanel;
import dev.mote.model.file.SafeFile;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;

/** The pictures of a run, each as PNG and as SVG. */
public final class Plots {
    /** Pixels a unit: sharp on fine screens and on paper. */
    private static final int SCALE = 2;

    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");

    private Plots() {}

    /**
     * Writes the pictures into {@code folder}; those for which there is nothing to draw are left out.
     *
     * @param title name of the model
     * @param models over the test split; empty if numbers are predicted
     * @param numbers over the test split
     * @param layers of each model
     * @param warn is told if nothing could be drawn, in one line
     */
    public static void write(
            Path folder,
            String title,
            List<Epoch> epochs,
            List<Evaluated> models,
            List<PredictedNumbers> numbers,
            List<LayerSet> layers,
            Consumer<String> warn) {
        Map<String, IChart> charts = charts(title, epochs, models);
        for (PredictedNumbers number : numbers) {
            String suffix = numbers.size() > 1 ? "-" + number.name().replaceAll("[^A-Za-z0-9_.]+", "_") : "";
            charts.put("scatter" + suffix, NumbersPlot.scatter(title, number));
            charts.put("residuals" + suffix, NumbersPlot.residuals(title, number));
        }
        HistogramPlot.weights(title, layers).ifPresent(chart -> charts.put("weights", chart));
        HistogramPlot.activations(title, layers).ifPresent(chart -> charts.put("activations", chart));
        write(folder, charts, warn);
    }

    /** Writes {@code front.png} and {@code front.svg}. */
    public static void write(Path folder, FrontPage search, Consumer<String> warn) {
        write(folder, search.points().isEmpty() ? Map.of() : Map.of("front", FrontPlot.of(search)), warn);
    }

    /** Writes {@code sweep-KIND.png} and {@code sweep-KIND.svg} for each kind of fault. */
    public static void write(
            Path folder, String title, boolean synthetic, List<SweepPanel> sweep, Consumer<String> warn) {
        Map<String, IChart> charts = new TreeMap<>();
        for (SweepPanel panel : sweep) {
            charts.put("sweep-" + panel.kind(), SweepPlot.of(title, synthetic, panel));
        }
        write(folder, charts, warn);
    }

    /**
     * Loss over the epochs as an SVG picture.
     *
     * @return nothing if there is nothing to draw, or no font to draw with
     */
    public static Optional<byte[]> loss(String title, List<Epoch> epochs) {
        System.setProperty("java.awt.headless", "true");
        return hasFonts() ? CurvePlots.loss(title, epochs).map(Plots::svg) : Optional.empty();
    }

    private static void write(Path folder, Map<String, IChart> charts, Consumer<String> warn) {
        System.setProperty("java.awt.headless", "true");
        if (!hasFonts()) {
            warn.accept("no pictures are drawn: Java finds no fonts; install some (Debian: apt-get install fontconfig"
                    + " fonts-dejavu-core)");
            return;
        }
        SafeFile.requireWritableFolder(folder);
        charts.forEach((name, chart) -> {
            SafeFile.write(folder.resolve(name + ".png"), png(chart));
            SafeFile.write(folder.resolve(name + ".svg"), svg(chart));
        });
    }

    static Map<String, IChart> charts(String title, List<Epoch> epochs, List<Evaluated> models) {
        Map<String, IChart> charts = new TreeMap<>();
        if (!epochs.isEmpty()) {
            CurvePlots.loss(title, epochs).ifPresent(chart -> charts.put("loss", chart));
            CurvePlots.accuracy(title, epochs).ifPresent(chart -> charts.put("accuracy", chart));
            CurvePlots.learningRate(title, epochs).ifPresent(chart -> charts.put("learning-rate", chart));
        }
        for (Evaluated model : models) {
            String suffix = models.size() > 1 ? "-" + model.name() : "";
            String named = models.size() > 1 ? title + ", " + model.name() : title;
            var matrix = model.classification().matrix();
            if (matrix.labels().size() <= ConfusionPlot.SHOWN_CLASSES) {
                charts.put(
                        "confusion" + suffix,
                        new ConfusionPlot(named + ": confusion matrix of the test samples", matrix));
            }
            RocPlot.of(named, model, 1).ifPresent(chart -> charts.put("roc" + suffix, chart));
            double reach = RocLines.reach(models);
            if (reach < 1) {
                RocPlot.of(named, model, reach).ifPresent(chart -> charts.put("roc-corner" + suffix, chart));
            }
        }
        return charts;
    }

    /** A machine without any font cannot even measure a text. */
    private static boolean hasFonts() {
        try {
            Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            FontMetrics metrics = g.getFontMetrics(Look.font(Font.PLAIN, 12));
            g.dispose();
            return metrics.stringWidth("0") > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    static byte[] png(IChart chart) {
        BufferedImage image =
                new BufferedImage(SCALE * chart.getWidth(), SCALE * chart.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(SCALE, SCALE);
        chart.paint(g, chart.getWidth(), chart.getHeight());
        g.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] svg(IChart chart) {
        try {
            String text = new String(ChartEncoder.getBytes(chart, "svg"), StandardCharsets.UTF_8);
            return withPlainNames(text).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library numbers clips by addresses in memory: another number each time. */
    private static String withPlainNames(String svg) {
        Map<String, String> names = new HashMap<>();
        return CLIP.matcher(svg).replaceAll(clip -> names.computeIfAbsent(clip.group(), name -> "clip" + names.size()));
    }
}
