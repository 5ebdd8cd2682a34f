package dev.mote.app.plot;

import dev.mote.dataset.metrics.ConfusionMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A confusion matrix as a picture: a row a true class, coloured by the share of the row, blue where right and orange where wrong. Drawn
 * here, since a heat map of the library knows neither two colours nor counts with shares.
 */
final class ConfusionPlot implements IChart {
    /** More classes cannot be read. */
    static final int SHOWN_CLASSES = 32;

    private static final int MARGIN = 20;
    private static final int TITLE = 34;
    private static final int TITLE_SIZE = 20;
    private static final int LONGEST_LABEL = 22;
    private static final Color RIGHT = new Color(0x0072b2);
    private static final Color WRONG = new Color(0xd55e00);

    private final String title;
    private final ConfusionMatrix matrix;
    private final int cell;
    private final int left;
    private final int top;
    private final boolean upright;

    ConfusionPlot(String title, ConfusionMatrix matrix) {
        this.title = title;
        this.matrix = matrix;
        int classes = matrix.labels().size();
        int longest = matrix.labels().stream()
                .mapToInt(label -> Math.min(label.length(), LONGEST_LABEL))
                .max()
                .orElse(1);
        cell = Math.clamp(720 / classes, 30, 96);
        upright = longest * 9 > cell;
        int labels = 24 + longest * 9;
        left = MARGIN + labels + 30;
        top = MARGIN + TITLE + 30 + (upright ? labels : 26);
    }

    @Override
    public int getWidth() {
        return Math.max(left + classes() * cell + MARGIN, 560);
    }

    @Override
    public int getHeight() {
        return top + classes() * cell + MARGIN + 30;
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
        g.setFont(titleFont(g, width - 2 * MARGIN));
        g.drawString(title, MARGIN, MARGIN + 20);
        g.setFont(Look.font(Font.PLAIN, 16));
        centred(g, "said by the model", left + classes() * cell / 2, MARGIN + TITLE + 20);
        turned(g, "true class", MARGIN + 14, top + classes() * cell / 2);
        for (int truth = 0; truth < classes(); truth++) {
            label(g, truth);
            for (int said = 0; said < classes(); said++) {
                paintCell(g, truth, said);
            }
        }
        g.setFont(Look.font(Font.PLAIN, 14));
        g.setColor(Look.SOFT);
        g.drawString(
                "Counts; below them the share of the row. Blue: right, orange: wrong.",
                MARGIN,
                top + classes() * cell + MARGIN + 14);
    }

    /** Small enough for the title to end within {@code room} pixels: a model's name may have 31 letters. */
    private Font titleFont(Graphics2D g, int room) {
        int needed = g.getFontMetrics(Look.font(Font.BOLD, TITLE_SIZE)).stringWidth(title);
        return Look.font(Font.BOLD, needed <= room ? TITLE_SIZE : TITLE_SIZE * room / needed);
    }

    private void label(Graphics2D g, int c) {
        g.setFont(Look.font(Font.PLAIN, 15));
        g.setColor(Look.INK);
        String text = shortened(matrix.labels().get(c));
        int middle = c * cell + cell / 2;
        g.drawString(text, left - 10 - g.getFontMetrics().stringWidth(text), top + middle + 5);
        if (upright) {
            int x = left + middle + 5;
            g.rotate(-Math.PI / 2, x, top - 10);
            g.drawString(text, x, top - 10);
            g.rotate(Math.PI / 2, x, top - 10);
        } else {
            centred(g, text, left + middle, top - 10);
        }
    }

    private void paintCell(Graphics2D g, int truth, int said) {
        List<Integer> row = matrix.counts().get(truth);
        int count = row.get(said);
        int samples = matrix.support(truth);
        double share = samples == 0 ? 0 : (double) count / samples;
        // The root shows small shares of wrong answers, too.
        double depth = count == 0 ? 0 : 0.06 + 0.84 * Math.sqrt(share);
        int x = left + said * cell;
        int y = top + truth * cell;
        g.setColor(mixed(truth == said ? RIGHT : WRONG, depth));
        g.fillRect(x + 1, y + 1, cell - 2, cell - 2);
        if (count == 0) {
            g.setColor(Look.RULE);
            g.drawRect(x + 1, y + 1, cell - 2, cell - 2);
            return;
        }
        g.setColor(depth > 0.55 ? Color.WHITE : Look.INK);
        boolean room = cell >= 48;
        g.setFont(Look.font(Font.BOLD, cell >= 40 ? 15 : 11));
        centred(g, String.format(Locale.ROOT, "%,d", count), x + cell / 2, y + cell / 2 + (room ? -1 : 5));
        if (room) {
            g.setFont(Look.font(Font.PLAIN, 12));
            centred(g, percent(share), x + cell / 2, y + cell / 2 + 15);
        }
    }

    private static String percent(double share) {
        return share == 1 ? "100 %" : String.format(Locale.ROOT, "%.1f %%", Math.clamp(100 * share, 0.1, 99.9));
    }

    private static Color mixed(Color colour, double depth) {
        return new Color(
                (int) Math.round(255 + depth * (colour.getRed() - 255)),
                (int) Math.round(255 + depth * (colour.getGreen() - 255)),
                (int) Math.round(255 + depth * (colour.getBlue() - 255)));
    }

    private static void centred(Graphics2D g, String text, int x, int y) {
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(text, x - metrics.stringWidth(text) / 2, y);
    }

    private static void turned(Graphics2D g, String text, int x, int y) {
        g.rotate(-Math.PI / 2, x, y);
        centred(g, text, x, y);
        g.rotate(Math.PI / 2, x, y);
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }

    private int classes() {
        return matrix.labels().size();
    }
}
