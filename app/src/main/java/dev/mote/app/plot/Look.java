package dev.mote.app.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.knowm.xchart.style.theme.XChartTheme;

/** How all pictures look. */
final class Look {
    static final int WIDTH = 900;
    static final int HEIGHT = 560;
    static final Color INK = new Color(0x16191d);
    static final Color SOFT = new Color(0x525a66);
    static final Color RULE = new Color(0xd5dae1);

    /** Told apart by colour-blind people. Source: M. Okabe, K. Ito, "Color universal design", 2008; without yellow, which is pale on white. */
    static final Color[] COLOURS = {
        new Color(0x0072b2),
        new Color(0xd55e00),
        new Color(0x009e73),
        new Color(0xcc79a7),
        new Color(0xe69f00),
        new Color(0x56b4e9),
        new Color(0x000000)
    };

    private Look() {}

    /** Lines of the same colour differ by their dashes. */
    static BasicStroke stroke(int line) {
        float[][] dashes = {null, {9, 5}, {2, 4}};
        float[] dash = dashes[line / COLOURS.length % dashes.length];
        return new BasicStroke(2.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    static Color colour(int line) {
        return COLOURS[line % COLOURS.length];
    }

    static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    static XYChart chart(int width, int height, String title, String x, String y) {
        XYChart chart = new XYChart(width, height, new XChartTheme());
        chart.setTitle(title);
        chart.setXAxisTitle(x);
        chart.setYAxisTitle(y);
        XYStyler style = chart.getStyler();
        style.setSeriesMarkers(new Marker[] {SeriesMarkers.NONE});
        style.setMarkerSize(7);
        style.setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(INK)
                .setChartTitleBoxVisible(false)
                .setChartTitleFont(font(Font.BOLD, 20))
                .setChartPadding(16)
                .setLegendFont(font(Font.PLAIN, 16))
                .setLegendBorderColor(RULE)
                .setPlotBorderVisible(false)
                .setPlotContentSize(0.98)
                .setDecimalPattern("#,##0.######")
                .setLocale(Locale.ROOT);
        style.setAxisTitleFont(font(Font.PLAIN, 17))
                .setAxisTickLabelsFont(font(Font.PLAIN, 15))
                .setPlotGridLinesColor(RULE)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setAxisTickMarksColor(SOFT)
                .setAxisTickLabelsColor(INK);
        style.setLegendPosition(Styler.LegendPosition.OutsideE);
        return chart;
    }
}
