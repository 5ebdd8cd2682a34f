package dev.mote.app.tune;

import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.model.BadInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What trials are judged by: of the int8 model, on samples that it was not trained on. */
public enum Metric {
    ACCURACY("accuracy", ConfusionMatrix::accuracy),
    MACRO_F1("macro-F1", ConfusionMatrix::macroF1);

    private final String title;
    private final ToDoubleFunction<ConfusionMatrix> score;

    Metric(String title, ToDoubleFunction<ConfusionMatrix> score) {
        this.title = title;
        this.score = score;
    }

    /** @throws BadInputException if no metric is called {@code option} */
    public static Metric of(String option) {
        return Arrays.stream(values())
                .filter(metric -> metric.option().equals(option))
                .findFirst()
                .orElseThrow(() ->
                        new BadInputException("--metric " + option + ": is not known, expected accuracy or macro_f1"));
    }

    String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    ToDoubleFunction<ConfusionMatrix> score() {
        return score;
    }
}
