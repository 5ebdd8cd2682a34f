package dev.mote.app.command;

import dev.mote.app.pipeline.ClassifierFigures;
import dev.mote.dataset.metrics.ClassMetrics;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A short table of the classes: precision, recall, F1 and AUC of each, models side by side. */
final class ClassesText {
    /** Of more classes, those with the lowest F1 are shown. */
    private static final int SHOWN_CLASSES = 20;

    private static final int LONGEST_LABEL = 20;
    private static final int COLUMN = 10;
    private static final List<String> SCORES = List.of("precision", "recall", "F1", "AUC");
    private static final List<ToDoubleFunction<ClassMetrics>> FIGURES =
            List.of(ClassMetrics::precision, ClassMetrics::recall, ClassMetrics::f1, ClassMetrics::auc);

    private final PrintWriter out;

    ClassesText(PrintWriter out) {
        this.out = out;
    }

    /** @param names of the models, as many as {@code models} */
    void print(List<String> names, List<ClassifierFigures> models) {
        List<ClassMetrics> last = models.getLast().classes();
        List<Integer> shown = IntStream.range(0, last.size())
                .boxed()
                .sorted(Comparator.comparingDouble(c -> last.get(c).f1()))
                .limit(SHOWN_CLASSES)
                .sorted()
                .toList();
        int width = shown.stream()
                .mapToInt(c -> label(last.get(c).label()).length())
                .reduce(10, Math::max);
        head(width, names);
        for (int c : shown) {
            StringBuilder line = new StringBuilder(
                    start(width, label(last.get(c).label()), last.get(c).support()));
            for (ToDoubleFunction<ClassMetrics> figure : FIGURES) {
                for (ClassifierFigures model : models) {
                    line.append(cell(figure.applyAsDouble(model.classes().get(c))));
                }
            }
            out.println(line);
        }
        if (shown.size() < last.size()) {
            out.printf("(the %d of %d classes with the lowest F1)%n", shown.size(), last.size());
        }
    }

    /** The scores, and below them the names of several models. */
    private void head(int width, List<String> names) {
        StringBuilder scores = new StringBuilder(String.format("%-" + width + "s %8s", "class", "samples"));
        StringBuilder models = new StringBuilder(" ".repeat(width + 9));
        for (String score : SCORES) {
            scores.append(String.format("%" + COLUMN * names.size() + "s", score));
            names.forEach(name -> models.append(String.format("%" + COLUMN + "s", name)));
        }
        out.println(scores);
        if (names.size() > 1) {
            out.println(models);
        }
    }

    private static String start(int width, String label, int samples) {
        return String.format(Locale.ROOT, "%-" + width + "s %,8d", label, samples);
    }

    private static String cell(double figure) {
        String text = Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%.4f", figure);
        return String.format("%" + COLUMN + "s", text);
    }

    private static String label(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
