package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.dataset.metrics.Scores;
import dev.mote.model.BadInputException;
import dev.mote.model.frontend.InputPath;
import dev.mote.model.interpreter.Batch;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.tune.HeldOut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well a recipe does on samples that it has not seen: the training split in parts, a model trained without each of them and measured on
 * it. The test split is not touched, so that a choice between recipes may rest on this.
 *
 * @param byGroup whether whole persons or recordings were left out
 */
public record CrossValidation(List<Fold> folds, boolean byGroup) {
    /**
     * One part.
     *
     * @param samples that were left out, and measured on
     * @param macroF1 mean over the classes
     */
    public record Fold(int samples, double accuracy, double macroF1, double loss) {}

    /** @throws BadInputException if the data has no classes, or cannot be divided */
    public static CrossValidation of(Recipe recipe, Dataset dataset, int count, TrainingListener listener) {
        HeldOut parts = parts(recipe, dataset, count);
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            Dataset without = parts.without(fold, dataset);
            folds.add(measured(Trainer.train(recipe, without, listener), recipe, without));
        }
        return new CrossValidation(List.copyOf(folds), parts.byGroup());
    }

    /** As {@link #of} refuses it: to be asked before a long training. */
    public static void requirePossible(Recipe recipe, Dataset dataset, int count) {
        parts(recipe, dataset, count);
    }

    /** Whole persons where they are known: their samples on both sides would make every figure too good. */
    private static HeldOut parts(Recipe recipe, Dataset dataset, int count) {
        if (dataset.isRegression()) {
            throw new BadInputException("--folds: " + dataset.name()
                    + " has values, no classes, and folds are measured by accuracy; leave out --folds");
        }
        if (dataset.train().count() < count) {
            throw new BadInputException("--folds is " + count + ", but the training split has only "
                    + dataset.train().count() + " samples; give fewer folds");
        }
        long seed = new Chance(recipe.seed()).numbers(Chance.Purpose.FOLDS).nextLong();
        HeldOut parts = HeldOut.divide(dataset.train(), dataset.rateHertz() > 0, count, seed);
        if (parts.count() < count) {
            throw new BadInputException("--folds is " + count + ", but the training split has only " + parts.count()
                    + " persons or recordings; give at most as many");
        }
        return parts;
    }

    private static Fold measured(TrainedModel trained, Recipe recipe, Dataset dataset) {
        Samples left = dataset.withChannels(recipe.input().channels()).test();
        InputPath path = InputPath.of(trained.model().graph());
        List<float[]> outputs = Batch.run(
                Interpreter.of(trained.model()),
                left.count(),
                (invocation, i) -> invocation.run(path.floats(left.values(i))));
        int[] predicted = new Scores(outputs).classes();
        ConfusionMatrix matrix = ConfusionMatrix.of(dataset.labels(), left.labels(), predicted);
        double loss = trained.history().test().orElseThrow().loss();
        return new Fold(left.count(), matrix.accuracy(), matrix.macroF1(), loss);
    }

    public double mean(ToDoubleFunction<Fold> figure) {
        return folds.stream().mapToDouble(figure).average().orElseThrow();
    }

    /** The standard deviation of the folds' figures, with count - 1. */
    public double deviation(ToDoubleFunction<Fold> figure) {
        double mean = mean(figure);
        double squares = folds.stream()
                .mapToDouble(fold -> figure.applyAsDouble(fold) - mean)
                .map(gap -> gap * gap)
                .sum();
        return Math.sqrt(squares / (folds.size() - 1));
    }
}
