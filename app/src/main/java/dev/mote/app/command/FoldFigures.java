package dev.mote.app.command;

import dev.mote.trainer.CrossValidation;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * Result of {@code train --folds}.
 *
 * @param byGroup whether whole persons or recordings were left out
 */
record FoldFigures(
        boolean byGroup,
        double accuracyMean,
        double accuracyDeviation,
        double macroF1Mean,
        double macroF1Deviation,
        List<CrossValidation.Fold> folds) {
    static FoldFigures of(CrossValidation measured) {
        return new FoldFigures(
                measured.byGroup(),
                measured.mean(CrossValidation.Fold::accuracy),
                measured.deviation(CrossValidation.Fold::accuracy),
                measured.mean(CrossValidation.Fold::macroF1),
                measured.deviation(CrossValidation.Fold::macroF1),
                measured.folds());
    }

    void print(PrintWriter writer) {
        for (int i = 0; i < folds.size(); i++) {
            CrossValidation.Fold fold = folds.get(i);
            writer.printf(
                    Locale.ROOT,
                    "fold %-5d accuracy %.4f, macro-F1 %.4f on %d samples left out%n",
                    i + 1,
                    fold.accuracy(),
                    fold.macroF1(),
                    fold.samples());
        }
        writer.printf(
                Locale.ROOT,
                "folds      accuracy %.4f +- %.4f, macro-F1 %.4f +- %.4f (mean and deviation)%s%n",
                accuracyMean,
                accuracyDeviation,
                macroF1Mean,
                macroF1Deviation,
                byGroup ? ", by person or recording" : "");
    }
}
