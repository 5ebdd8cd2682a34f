package dev.mote.app.report;

import dev.mote.dataset.metrics.RocCurve;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which ROC curves are drawn, and how much of them, on pages and pictures alike. */
public final class RocLines {
    /** More lines cannot be told apart. */
    private static final int SHOWN_CLASSES = 12;

    private RocLines() {}

    /** The classes that have a curve, of many those with the smallest areas, in the order of the labels. */
    public static List<Integer> shown(Evaluated model) {
        List<RocCurve> curves = model.classification().curves();
        return IntStream.range(0, curves.size())
                .boxed()
                .filter(c -> !Double.isNaN(curves.get(c).auc()))
                .sorted(Comparator.comparingDouble(c -> curves.get(c).auc()))
                .limit(SHOWN_CLASSES)
                .sorted()
                .toList();
    }

    /** How much of both axes shows the corner where the curves bend: the less, the better the models; 1: all of it. */
    public static double reach(List<Evaluated> models) {
        double least = models.stream()
                .flatMap(model -> model.classification().curves().stream())
                .mapToDouble(RocCurve::auc)
                .filter(auc -> !Double.isNaN(auc))
                .min()
                .orElse(0);
        return least > 0.998 ? 0.05 : least > 0.98 ? 0.1 : least > 0.9 ? 0.25 : 1;
    }
}
