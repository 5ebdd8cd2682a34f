package dev.mote.trainer;

import dev.mote.dataset.Dataset;
import dev.mote.dataset.Samples;
import dev.mote.dataset.metrics.ConfusionMatrix;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.InputPreparation;
import dev.mote.model.interpreter.Batch;
import dev.mote.model.interpreter.Interpreter;
import dev.mote.trainer.recipe.Recipe;
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

    /**
     * So that nobody learns this only after a training.
     *
     * @throws BadInputException if the data has no classes, or too few samples
     */
    public static void requireParts(Dataset dataset, int count) {
        if (dataset.isRegression()) {
            throw new BadInputException("--folds: " + dataset.name()
                    + " has values, no classes, and folds are measured by accuracy; leave out --folds");
        }
        Folds.requireSamples(dataset.train(), count);
    }

    /** @throws BadInputException as {@link #requireParts} */
    public static CrossValidation of(Recipe recipe, Dataset dataset, int count, TrainingListener listener) {
        requireParts(dataset, count);
        Folds parts = Folds.of(dataset.train(), count, new Chance(recipe.seed()).numbers(Chance.Purpose.FOLDS));
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            Dataset without = new Dataset(
                    dataset.name(),
                    dataset.synthetic(),
                    dataset.sampleShape(),
                    dataset.labels(),
                    dataset.unit(),
                    dataset.channels(),
                    dataset.rateHertz(),
                    dataset.train().subset(parts.outside(fold)),
                    dataset.train().subset(parts.inside(fold)));
            folds.add(measured(Trainer.train(recipe, without, listener), recipe, without));
        }
        return new CrossValidation(List.copyOf(folds), parts.byGroup());
    }

    private static Fold measured(TrainedModel trained, Recipe recipe, Dataset dataset) {
        Samples left = dataset.withChannels(recipe.input().channels()).test();
        InputPreparation preparation = trained.model().graph().card().preparation();
        List<float[]> outputs = Batch.run(
                Interpreter.of(trained.model()),
                left.count(),
                (invocation, i) -> invocation.run(preparation.apply(left.values(i))));
        int[] predicted = outputs.stream().mapToInt(CrossValidation::largest).toArray();
        ConfusionMatrix matrix = ConfusionMatrix.of(dataset.labels(), left.labels(), predicted);
        double loss = trained.history().test().orElseThrow().loss();
        return new Fold(left.count(), matrix.accuracy(), matrix.macroF1(), loss);
    }

    /** One output alone stands for the second of two classes. */
    private static int largest(float[] outputs) {
        if (outputs.length == 1) {
            return outputs[0] > 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        return best;
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
