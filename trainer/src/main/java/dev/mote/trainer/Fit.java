package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.trainer.network.Network;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Loss;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.recipe.TrainingOptions;
import dev.mote.trainer.tensorflow.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The loop of one training run: epochs, batches, validation, early stopping. */
final class Fit {
    /** Largest batch where nothing is learned; larger than most of training's, since it only costs memory. */
    private static final int EVALUATION_BATCH = 256;

    /** 16 MB: several batches are prepared at once, and TensorFlow needs many times as much for its results. */
    private static final int EVALUATION_VALUES = 1 << 22;

    private final Recipe recipe;
    private final int epochsBefore;
    private final TrainingOptions options;
    private final TrainingListener listener;
    private final TrainingSession session;
    private final boolean classified;
    private final Batches training;
    private final Batches evaluation;
    private final ValidationSplit split;
    private final Workers workers;
    private final Chance chance;
    private final int stepsPerEpoch;
    private int step;

    /**
     * What a run begins with.
     *
     * @param epochsBefore of runs that this one continues: chance and numbers go on from there
     */
    record Start(Network network, Weights weights, int epochsBefore) {}

    /** The end of a run. */
    record Outcome(Weights weights, History history) {}

    private Fit(
            Recipe recipe,
            int epochsBefore,
            Examples examples,
            Examples augmented,
            ValidationSplit split,
            Workers workers,
            TrainingSession session,
            TrainingListener listener) {
        this.recipe = recipe;
        this.epochsBefore = epochsBefore;
        this.options = recipe.training();
        this.split = split;
        this.workers = workers;
        this.chance = new Chance(recipe.seed());
        this.session = session;
        this.listener = listener;
        classified = options.loss() != Loss.MEAN_SQUARED_ERROR;
        training = new Batches(augmented, workers, options.batchSize(), options.labelSmoothing(), options.loss());
        evaluation = new Batches(examples, workers, evaluationBatch(examples), 0, options.loss());
        stepsPerEpoch = Math.ceilDiv(split.training().length, options.batchSize());
    }

    /** @param test measured at the end, if given */
    static Outcome run(
            Recipe recipe, Start start, Examples examples, Optional<Examples> test, TrainingListener listener) {
        Chance chance = new Chance(recipe.seed());
        ValidationSplit split = split(recipe, examples);
        int dropoutSeed = chance.numbers(Chance.Purpose.DROPOUT).nextInt();
        Examples augmented = examples.augmented(recipe.training().augmentation(), chance);
        try (Workers workers = Workers.ofThisMachine();
                TrainingSession session =
                        new TrainingSession(start.network(), recipe.training(), start.weights(), dropoutSeed)) {
            return new Fit(recipe, start.epochsBefore(), examples, augmented, split, workers, session, listener)
                    .run(test);
        } finally {
            listener.ended();
        }
    }

    static ValidationSplit split(Recipe recipe, Examples examples) {
        return ValidationSplit.of(examples, recipe.training(), new Chance(recipe.seed()).numbers(Chance.Purpose.SPLIT));
    }

    private Outcome run(Optional<Examples> test) {
        listener.started(recipe, split.training().length, split.validation().length, stepsPerEpoch);
        StopEarly stopping = new StopEarly(options.earlyStopping(), options.averageLastEpochs());
        List<History.Epoch> epochs = new ArrayList<>();
        boolean stopped = false;
        while (epochs.size() < options.epochs() && !stopped) {
            History.Epoch epoch = epoch(epochsBefore + epochs.size() + 1);
            epochs.add(epoch);
            listener.epochEnded(epoch);
            stopped = stopping.stopsAfter(epoch, session.weights());
        }
        Weights weights = stopping.result();
        session.weights(weights);
        History history = new History(
                epochs,
                stopping.bestEpoch(),
                stopped && epochs.size() < options.epochs(),
                evaluation.forEach(0, split.training(), session::measure),
                validation(),
                test.map(this::measure));
        return new Outcome(weights, history);
    }

    private History.Epoch epoch(int number) {
        long start = System.nanoTime();
        double tensorFlowBefore = session.tensorFlowSeconds();
        int[] order = split.training().clone();
        Shuffle.shuffle(order, chance.numbers(Chance.Purpose.ORDER, number));
        Batches.Sums soFar = new Batches.Sums();
        Metrics metrics = training.forEach(number, order, (inputs, targets, size) -> {
            TrainingSession.BatchResult result = session.step(inputs, targets, size, step, learningRate());
            int stepOfEpoch = ++step - (number - 1 - epochsBefore) * stepsPerEpoch;
            requireFinite(result.loss(), number, stepOfEpoch);
            soFar.add(result, size);
            listener.stepped(number, stepOfEpoch, soFar.metrics(classified));
            return result;
        });
        double lastRate = learningRate();
        Optional<Metrics> validation = validation();
        double tensorFlowSeconds = session.tensorFlowSeconds() - tensorFlowBefore;
        double seconds = (System.nanoTime() - start) / 1e9;
        return new History.Epoch(number, metrics, validation, lastRate, seconds, tensorFlowSeconds);
    }

    private static int evaluationBatch(Examples examples) {
        return Math.clamp(EVALUATION_VALUES / examples.inputShape().elements(), 1, EVALUATION_BATCH);
    }

    private double learningRate() {
        double progress = (double) step / ((long) options.epochs() * stepsPerEpoch);
        double decayed =
                options.optimizer().learningRate() / (1 + options.optimizer().decay() * step);
        return decayed * options.schedule().factor(progress);
    }

    private void requireFinite(double loss, int epoch, int stepOfEpoch) {
        if (!Double.isFinite(loss)) {
            String source = recipe.source().isEmpty() ? "recipe " + recipe.name() : recipe.source();
            throw new BadInputException(source + ": epoch " + epoch + ", step " + stepOfEpoch + ": the loss is " + loss
                    + "; lower learning_rate (now " + options.optimizer().learningRate()
                    + "), or bring the input to a range near 1 with input: {normalize: standardize}");
        }
    }

    private Optional<Metrics> validation() {
        return split.validation().length == 0
                ? Optional.empty()
                : Optional.of(evaluation.forEach(0, split.validation(), session::measure));
    }

    private Metrics measure(Examples test) {
        int[] all = IntStream.range(0, test.count()).toArray();
        return new Batches(test, workers, evaluationBatch(test), 0, options.loss()).forEach(0, all, session::measure);
    }
}
